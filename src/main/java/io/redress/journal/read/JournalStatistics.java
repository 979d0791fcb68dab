package io.redress.journal.read;

import io.redress.platform.cache.SingleFlightCache;
import io.redress.platform.database.Database;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Computes totals over the journal, day by day. Days that have passed are computed once, so that a
 * page costs what one day costs, however long the journal is.
 */
@Singleton
public class JournalStatistics {
  /** Days of a year, in two time zones. */
  private static final int MAX_CACHED_DAYS = 800;

  /** A decision may be stored shortly after its day. */
  private static final Duration STORED_WITHIN = Duration.ofMinutes(10);

  private final BoundedQueries queries;
  private final Clock clock;
  private final SingleFlightCache<ZonedDay, List<DayTotal>> past =
      new SingleFlightCache<>(MAX_CACHED_DAYS);

  private record ZonedDay(LocalDate day, ZoneId zone) {}

  JournalStatistics(Database database, Clock clock) {
    this(new BoundedQueries(database), clock);
  }

  @Inject
  JournalStatistics(BoundedQueries queries, Clock clock) {
    this.queries = queries;
    this.clock = clock;
  }

  /**
   * Reads the figures of a period in one snapshot.
   *
   * @param zone the time zone of the days
   * @param last last day, inclusive
   * @param ruleSet whose decisions {@link JournalFigures#newest} has
   * @param newest how many of the newest decisions are considered for that
   * @throws SearchTooSlow if it takes too long
   */
  public JournalFigures read(
      LocalDate first, LocalDate last, ZoneId zone, String ruleSet, int newest) {
    return queries.snapshot(
        handle -> {
          SortedMap<LocalDate, List<DayTotal>> days = new TreeMap<>();
          first
              .datesUntil(last.plusDays(1))
              .forEach(day -> days.put(day, totals(handle, new ZonedDay(day, zone))));
          return new JournalFigures(days, newest(handle, ruleSet, newest));
        });
  }

  private List<DayTotal> totals(Handle handle, ZonedDay day) {
    boolean over =
        day.day()
            .plusDays(1)
            .atStartOfDay(day.zone())
            .toInstant()
            .isBefore(clock.instant().minus(STORED_WITHIN));
    return over ? past.get(day, one -> computed(handle, one)) : computed(handle, day);
  }

  private static List<DayTotal> computed(Handle handle, ZonedDay day) {
    Instant from = day.day().atStartOfDay(day.zone()).toInstant();
    Instant before = day.day().plusDays(1).atStartOfDay(day.zone()).toInstant();
    return PeriodTotals.between(handle, from, before);
  }

  private static List<String> newest(Handle handle, String ruleSet, int limit) {
    List<UUID> ids =
        SearchTable.some(
                handle,
                SearchQuery.ALL,
                "decision_id, decided_at, rule_set",
                SortOrder.DEFAULT.orderBy(),
                0,
                limit)
            .map((row, context) -> new RuledBy(id(row), row.getString("rule_set")))
            .stream()
            .filter(decision -> decision.ruleSet().equals(ruleSet))
            .map(RuledBy::decisionId)
            .toList();
    return ids.isEmpty()
        ? List.of()
        : JournalSearch.entries(handle, ids).stream()
            .map(kept -> kept.entry().decided().decision())
            .toList();
  }

  private record RuledBy(UUID decisionId, String ruleSet) {}

  private static UUID id(ResultSet row) throws SQLException {
    return row.getObject("decision_id", UUID.class);
  }
}
