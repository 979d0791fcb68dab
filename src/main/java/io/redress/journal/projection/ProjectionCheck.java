package io.redress.journal.projection;

import io.redress.journal.projection.HourTotals.Decided;
import io.redress.journal.projection.HourTotals.Hour;
import io.redress.journal.projection.HourTotals.Sums;
import io.redress.platform.database.Database;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/**
 * Checks that searches have no decision without an entry, and that the sums of each hour are those
 * of its decisions. Reads an hour at a time, as it was at one instant, so nothing has to stop.
 */
public final class ProjectionCheck {
  private static final int PART = 1_000;

  private static final String ROWS =
      """
      select s.decision_id, s.replica, s.decided_at, s.resolution, s.refund_currency,
        s.refund_amount, s.discount_percent,
        (select count(*) from journal_chain c where c.decision_id = s.decision_id
          and c.replica = s.replica and c.number = s.number) as entries
      from decision_search s
      where s.decided_at >= :at and (:first or s.decided_at > :at or s.decision_id > :id)
        and s.decided_at < :end
      order by s.decided_at, s.decision_id limit :most
      """;

  private static final UUID NONE = new UUID(0, 0);

  private final Jdbi jdbi;

  public ProjectionCheck(Database database) {
    this.jdbi = database.jdbi();
  }

  /** A decision that searches have, as it counts in sums. */
  private record Row(UUID decisionId, boolean hasEntry, Hour hour, Decided decided) {}

  /**
   * Checks all hours.
   *
   * @param since hours that end before are not checked; null for all
   * @param wrong receives a sentence for each thing that is wrong
   */
  public void run(@Nullable Instant since, Consumer<String> wrong) {
    Optional<Instant> hour = next(since == null ? null : since.truncatedTo(ChronoUnit.HOURS));
    while (hour.isPresent()) {
      Instant begin = hour.get();
      jdbi.useTransaction(
          TransactionIsolationLevel.REPEATABLE_READ, handle -> check(handle, begin, wrong));
      hour = next(begin.plus(1, ChronoUnit.HOURS));
    }
  }

  /** The first hour at or after an instant of which searches or sums have something. */
  private Optional<Instant> next(@Nullable Instant from) {
    return Stream.of("decided_at from decision_search", "hour_start from decision_hour")
        .flatMap(
            column -> {
              String name = column.substring(0, column.indexOf(' '));
              String condition = from == null ? "" : " where " + name + " >= :from";
              return jdbi
                  .withHandle(
                      handle -> {
                        var query =
                            handle.createQuery(
                                "select " + column + condition + " order by " + name + " limit 1");
                        return (from == null ? query : query.bind("from", utc(from)))
                            .mapTo(OffsetDateTime.class)
                            .findOne();
                      })
                  .stream();
            })
        .map(time -> time.toInstant().truncatedTo(ChronoUnit.HOURS))
        .min(Instant::compareTo);
  }

  private static void check(Handle handle, Instant hour, Consumer<String> wrong) {
    Map<Hour, Sums> summed = new HashMap<>();
    Instant at = hour;
    UUID id = null;
    List<Row> rows;
    do {
      rows = rows(handle, at, id, hour.plus(1, ChronoUnit.HOURS));
      for (Row row : rows) {
        summed.merge(row.hour, Sums.of(row.decided), Sums::plus);
        if (!row.hasEntry) {
          wrong.accept("Searches have decision " + row.decisionId + ", which has no such entry.");
        }
        at = row.decided.decidedAt();
        id = row.decisionId;
      }
    } while (rows.size() == PART);
    if (!HourTotals.stored(handle, hour).equals(summed)) {
      wrong.accept("The sums of the hour from " + hour + " are not those of its decisions.");
    }
  }

  private static List<Row> rows(Handle handle, Instant at, @Nullable UUID id, Instant end) {
    return handle
        .createQuery(ROWS)
        .bind("at", utc(at))
        .bind("id", Objects.requireNonNullElse(id, NONE))
        .bind("first", id == null)
        .bind("end", utc(end))
        .bind("most", PART)
        .map(
            (row, context) -> {
              Decided decided =
                  new Decided(
                      row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                      row.getString("resolution"),
                      row.getString("refund_currency"),
                      row.getBigDecimal("refund_amount"),
                      row.getBigDecimal("discount_percent"));
              return new Row(
                  row.getObject("decision_id", UUID.class),
                  row.getInt("entries") == 1,
                  Hour.of(row.getString("replica"), decided),
                  decided);
            })
        .list();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
