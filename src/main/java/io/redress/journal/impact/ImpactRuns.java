package io.redress.journal.impact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.domain.decision.DecisionJson;
import io.redress.insight.impact.Change;
import io.redress.platform.database.Database;
import io.redress.platform.text.UuidV7;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Impact runs in the database, for all replicas. */
@Singleton
public class ImpactRuns {
  /** Runs that may wait. */
  public static final int MAX_QUEUED = 20;

  /** A replica that does not say that it is at work for so long has left its run. */
  private static final Duration CLAIM = Duration.ofSeconds(30);

  private static final int BATCH_SIZE = 1_000;
  private static final ObjectMapper JSON = DecisionJson.mapper();
  private static final String OPEN = "status in ('QUEUED', 'RUNNING')";

  private final Jdbi jdbi;

  public ImpactRuns(Database database) {
    this.jdbi = database.jdbi();
  }

  /** Adds a run behind those that wait; empty when too many do. */
  public Optional<ImpactRun> add(ImpactSpecification wanted, Instant now, String by) {
    String id = new UuidV7(Clock.fixed(now, ZoneOffset.UTC)).next().toString();
    return jdbi.inTransaction(
        handle -> {
          // Numbers are given one after the other, so that none is given twice.
          handle.execute("select begun_at from audit_chain for update");
          int queued =
              handle
                  .createQuery("select count(*) from impact_run where " + OPEN)
                  .mapTo(Integer.class)
                  .one();
          if (queued >= MAX_QUEUED) {
            return Optional.empty();
          }
          handle
              .createUpdate(
                  """
                  insert into impact_run (id, number, candidate, against, specification, status,
                    created_at, created_by, total, found)
                  select :id, coalesce(max(number), 0) + 1, :candidate, :against, :specification,
                    'QUEUED', :at, :by, 0, 0 from impact_run
                  """)
              .bind("id", id)
              .bind("candidate", wanted.candidate())
              .bind("against", wanted.against())
              .bind("specification", DecisionJson.write(wanted))
              .bind("at", utc(now))
              .bind("by", by)
              .execute();
          return handle
              .createQuery("select * from impact_run where id = :id")
              .bind("id", id)
              .map(ImpactRuns::run)
              .findOne();
        });
  }

  public Optional<ImpactRun> find(String id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from impact_run where id = :id")
                .bind("id", id)
                .map(ImpactRuns::run)
                .findOne());
  }

  /** The runs of a candidate, newest first. */
  public List<ImpactRun> page(String candidate, long offset, int size) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from impact_run where candidate = :candidate"
                        + " order by number desc limit :size offset :offset")
                .bind("candidate", candidate)
                .bind("size", size)
                .bind("offset", offset)
                .map(ImpactRuns::run)
                .list());
  }

  public long count(String candidate) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select count(*) from impact_run where candidate = :candidate")
                .bind("candidate", candidate)
                .mapTo(Long.class)
                .one());
  }

  /** Ends a run that waits or is at work; one that has ended stays as it is. */
  public void cancel(String id, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update impact_run set status = 'CANCELLED', ended_at = :now, checkpoint = null"
                        + " where id = :id and "
                        + OPEN)
                .bind("id", id)
                .bind("now", utc(now))
                .execute());
  }

  /** Passes the disputes that a run decides otherwise to a consumer, in the order of time. */
  public void changes(String id, Consumer<Change> consumer) {
    long last = 0;
    List<String> batch;
    do {
      long after = last;
      batch =
          jdbi.withHandle(
              handle ->
                  handle
                      .createQuery(
                          "select change_json from impact_change where run_id = :id"
                              + " and number > :after and number <= :through order by number")
                      .bind("id", id)
                      .bind("after", after)
                      .bind("through", after + BATCH_SIZE)
                      .mapTo(String.class)
                      .list());
      batch.stream().map(json -> read(json, Change.class)).forEach(consumer);
      last += BATCH_SIZE;
    } while (!batch.isEmpty());
  }

  /** Takes the first open run for a replica, if no other one is at work on it. */
  Optional<ImpactRun> claim(String replica, Instant now) {
    return jdbi.inTransaction(
        handle -> {
          Optional<ImpactRun> first =
              handle
                  .createQuery(
                      "select * from impact_run where " + OPEN + " order by number limit 1")
                  .map(ImpactRuns::run)
                  .findOne();
          return first.filter(
              run ->
                  handle
                          .createUpdate(
                              "update impact_run set status = 'RUNNING', claimed_by = :replica,"
                                  + " claimed_until = :until,"
                                  + " started_at = coalesce(started_at, :now) where id = :id and "
                                  + OPEN
                                  + " and (claimed_until is null or claimed_until < :now"
                                  + " or claimed_by = :replica)")
                          .bind("id", run.id())
                          .bind("replica", replica)
                          .bind("now", utc(now))
                          .bind("until", utc(now.plus(CLAIM)))
                          .execute()
                      == 1);
        });
  }

  /**
   * Stores how far a run has come, with the changes since the last time.
   *
   * @param listed number of changes stored before
   * @return false if it is no longer this replica's, such as when it was cancelled
   */
  boolean checkpoint(
      String id,
      String replica,
      Instant now,
      long total,
      long found,
      String checkpoint,
      long listed,
      List<Change> changes) {
    return jdbi.inTransaction(
        handle -> {
          int updated =
              handle
                  .createUpdate(
                      "update impact_run set total = :total, found = :found,"
                          + " checkpoint = :checkpoint, claimed_until = :until"
                          + " where id = :id and status = 'RUNNING' and claimed_by = :replica")
                  .bind("id", id)
                  .bind("replica", replica)
                  .bind("total", total)
                  .bind("found", found)
                  .bind("checkpoint", checkpoint)
                  .bind("until", utc(now.plus(CLAIM)))
                  .execute();
          if (updated == 1 && !changes.isEmpty()) {
            var batch =
                handle.prepareBatch(
                    "insert into impact_change (run_id, number, change_json) values (?, ?, ?)");
            long number = listed;
            for (Change change : changes) {
              batch.add(id, ++number, DecisionJson.write(change));
            }
            batch.execute();
          }
          return updated == 1;
        });
  }

  /** Ends a run with its report, or with what went wrong. */
  void end(
      String id,
      String replica,
      Instant now,
      ImpactRun.Status status,
      @Nullable String report,
      @Nullable String failure) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update impact_run set status = :status, ended_at = :now, report = :report,"
                        + " failure = :failure, checkpoint = null"
                        + " where id = :id and status = 'RUNNING' and claimed_by = :replica")
                .bind("id", id)
                .bind("replica", replica)
                .bind("status", status.name())
                .bind("now", utc(now))
                .bind("report", report)
                .bind("failure", failure)
                .execute());
  }

  private static ImpactRun run(ResultSet row, StatementContext context) throws SQLException {
    return new ImpactRun(
        row.getString("id"),
        row.getLong("number"),
        read(row.getString("specification"), ImpactSpecification.class),
        ImpactRun.Status.valueOf(row.getString("status")),
        instant(row, "created_at").orElseThrow(),
        row.getString("created_by"),
        instant(row, "started_at").orElse(null),
        instant(row, "ended_at").orElse(null),
        row.getLong("total"),
        row.getLong("found"),
        row.getString("checkpoint"),
        row.getString("report"),
        row.getString("failure"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  static <T> T read(String json, Class<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException changed) {
      throw new IllegalStateException(changed);
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
