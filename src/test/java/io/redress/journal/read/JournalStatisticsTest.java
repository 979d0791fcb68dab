package io.redress.journal.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.journal.verify.PastDecisions;
import io.redress.journal.write.Databases;
import io.redress.journal.write.WrittenJournal;
import io.redress.lifecycle.Replica;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("service")
class JournalStatisticsTest {
  private static final Instant NOW = Instant.parse("2026-03-10T20:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final String LOST =
      """
      {"disputeId": "lost", "asOf": "2026-03-10", "disputeType": "NOT_RECEIVED", "reason": "LOST", "desiredOutcome": "REFUND",
       "order": {"quantity": 2, "unitPrice": "%s", "currency": "%s"}}
      """;

  @ParameterizedTest
  @EnumSource
  void totalsAreByResolutionCurrencyAndDay(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      PastDecisions.journal(replica, NOW.minus(Duration.ofDays(2))).dress("long-ago");
      WrittenJournal journal = PastDecisions.journal(replica, NOW);
      journal.dress("a");
      journal.dress("b");
      journal.keep(LOST.formatted("12.25", "USD").getBytes(UTF_8), "shop");
      journal.keep(LOST.formatted("500", "JPY").getBytes(UTF_8), "shop");
      journal.keep(LOST.formatted("1.50", "USD").getBytes(UTF_8), "shop");
      JournalStatistics statistics = new JournalStatistics(replica.database, CLOCK);

      DecisionStatistics figures =
          read(statistics, TODAY, TODAY, ZoneOffset.UTC).between(TODAY, TODAY);

      assertThat(figures.decisions()).isEqualTo(5);
      assertThat(figures.byResolution())
          .containsExactly(
              new DecisionStatistics.Count("FULL_REFUND", 3),
              new DecisionStatistics.Count("KEEP_TRACKING", 2));
      assertThat(figures.refunds())
          .extracting(DecisionStatistics.Sum::currency, sum -> sum.amount().stripTrailingZeros())
          .containsExactly(
              tuple("JPY", new BigDecimal("1E+3")), tuple("USD", new BigDecimal("27.5")));
      assertThat(figures.discounts().decisions()).isEqualTo(5);
      assertThat(figures.discounts().averagePercent()).isEqualByComparingTo("5");
    }
  }

  @ParameterizedTest
  @EnumSource
  void daysAreInTheGivenZone(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      PastDecisions.journal(replica, NOW).dress("a");
      JournalStatistics statistics = new JournalStatistics(replica.database, CLOCK);
      LocalDate day = LocalDate.of(2026, 3, 10);
      LocalDate next = day.plusDays(1);

      assertThat(read(statistics, day, next, ZoneOffset.UTC).days(day, next))
          .containsExactly(
              new DecisionStatistics.Day(day, 1), new DecisionStatistics.Day(day.plusDays(1), 0));
      assertThat(read(statistics, day, next, ZoneId.of("Asia/Shanghai")).days(day, next))
          .containsExactly(
              new DecisionStatistics.Day(day, 0), new DecisionStatistics.Day(day.plusDays(1), 1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void totalsOfDaysThatHavePassedStay(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      WrittenJournal yesterday = PastDecisions.journal(replica, NOW.minus(Duration.ofDays(1)));
      yesterday.dress("a");
      PastDecisions.journal(replica, NOW).dress("b");
      JournalStatistics statistics = new JournalStatistics(replica.database, CLOCK);
      LocalDate before = TODAY.minusDays(1);
      assertThat(read(statistics, before, TODAY, ZoneOffset.UTC).between(before, TODAY).decisions())
          .isEqualTo(2);

      kind.permitAll(replica.database);
      replica.database.jdbi().useHandle(handle -> handle.execute("delete from decision_hour"));

      assertThat(read(statistics, before, TODAY, ZoneOffset.UTC).between(before, TODAY).decisions())
          .isEqualTo(1);
      assertThat(read(statistics, before, TODAY, ZoneOffset.UTC).days(before, TODAY))
          .containsExactly(
              new DecisionStatistics.Day(before, 1), new DecisionStatistics.Day(TODAY, 0));
    }
  }

  @ParameterizedTest
  @EnumSource
  void queriesOfASnapshotSeeTheSame(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      WrittenJournal journal = PastDecisions.journal(replica, NOW);
      journal.dress("a");
      BoundedQueries queries = new BoundedQueries(replica.database);

      List<Long> counts =
          queries.snapshot(
              handle -> {
                long before = SearchTable.count(handle, SearchQuery.ALL);
                journal.dress("b");
                queries.search(other -> other);
                return List.of(before, SearchTable.count(handle, SearchQuery.ALL));
              });

      assertThat(counts).containsExactly(1L, 1L);
      assertThat(queries.<Long>search(handle -> SearchTable.count(handle, SearchQuery.ALL)))
          .isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void emptyJournalHasEmptyTotals(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      DecisionStatistics none =
          read(new JournalStatistics(replica.database, CLOCK), TODAY, TODAY, ZoneOffset.UTC)
              .between(TODAY, TODAY);
      assertThat(none.decisions()).isZero();
      assertThat(none.refunds()).isEmpty();
      assertThat(none.discounts().averagePercent()).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void newestReturnsDecisionsOfTheRuleSet(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      WrittenJournal journal = PastDecisions.journal(replica, NOW);
      journal.dress("a");
      journal.dress("b");
      String version = replica.ruleSets.page(0, 1).get(0).version();
      JournalStatistics statistics = new JournalStatistics(replica.database, CLOCK);
      assertThat(newest(statistics, version, 1))
          .singleElement()
          .satisfies(answer -> assertThat(answer).contains("\"disputeId\":\"b\""));
      assertThat(newest(statistics, "000000000000", 5)).isEmpty();
    }
  }

  private static JournalFigures read(
      JournalStatistics statistics, LocalDate first, LocalDate last, ZoneId zone) {
    return statistics.read(first, last, zone, "000000000000", 1);
  }

  private static List<String> newest(JournalStatistics statistics, String version, int limit) {
    return statistics.read(TODAY, TODAY, ZoneOffset.UTC, version, limit).newest();
  }
}
