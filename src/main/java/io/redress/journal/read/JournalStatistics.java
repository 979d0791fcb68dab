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
   * Totals of the decisions in a period.
   *
   * @param zone the time zone of the days
   * @param last last day, inclusive
   * @throws SearchTooSlow if a day takes too long
   */
  public DecisionStatistics between(LocalDate first, LocalDate last, ZoneId zone) {
    return DecisionStatistics.of(
        first
            .datesUntil(last.plusDays(1))
            .flatMap(day -> totals(new ZonedDay(day, zone)).stream())
            .toList());
  }

  /**
   * The number of decisions on each day of a period.
   *
   * @param zone the time zone of the days
   * @param last last day, inclusive
   * @throws SearchTooSlow if a day takes too long
   */
  public List<DecisionStatistics.Day> days(LocalDate first, LocalDate last, ZoneId zone) {
    return first
        .datesUntil(last.plusDays(1))
        .map(
            day ->
                new DecisionStatistics.Day(
                    day,
                    totals(new ZonedDay(day, zone)).stream().mapToLong(DayTotal::decisions).sum()))
        .toList();
  }

  private List<DayTotal> totals(ZonedDay day) {
    boolean over =
        day.day()
            .plusDays(1)
            .atStartOfDay(day.zone())
            .toInstant()
            .isBefore(clock.instant().minus(STORED_WITHIN));
    return over ? past.get(day, this::computed) : computed(day);
  }

  private List<DayTotal> computed(ZonedDay day) {
    Instant from = day.day().atStartOfDay(day.zone()).toInstant();
    Instant before = day.day().plusDays(1).atStartOfDay(day.zone()).toInstant();
    return queries.search(handle -> PeriodTotals.between(handle, from, before));
  }

  /**
   * Of the newest decisions, those by a rule set, as JSON, without letters and personal data.
   *
   * @param limit how many of the newest are considered
   * @throws SearchTooSlow if it takes too long
   */
  public List<String> newest(String ruleSet, int limit) {
    return queries.search(handle -> newest(handle, ruleSet, limit));
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
