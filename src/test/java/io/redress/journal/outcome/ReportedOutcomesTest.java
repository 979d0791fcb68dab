package io.redress.journal.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.journal.outcome.ReportedOutcome.Kind;
import io.redress.journal.read.DecisionListItem;
import io.redress.journal.read.JournalSearch;
import io.redress.journal.read.SearchQuery;
import io.redress.journal.read.SortOrder;
import io.redress.journal.write.Databases;
import io.redress.journal.write.WrittenJournal;
import io.redress.platform.database.Database;
import io.redress.rules.ruleset.ShippedRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("service")
class ReportedOutcomesTest {
  private static final Instant NOW = Instant.parse("2026-02-01T08:00:00Z");
  private static final String REPLICA = "11111111-1111-1111-1111-111111111111";

  private static ReportedOutcome.Cost dollars(String amount) {
    return new ReportedOutcome.Cost(new BigDecimal(amount), Currency.getInstance("USD"));
  }

  private static UUID decided(Database database) {
    return new WrittenJournal(database, ShippedRules.whole(), REPLICA, NOW).dress("dress");
  }

  @ParameterizedTest
  @EnumSource
  void lastReportCountsAndAllAreKept(Databases kind) {
    try (Database database = Database.open(kind.fresh())) {
      UUID decision = decided(database);
      ReportedOutcomes outcomes = new ReportedOutcomes(database);
      assertThat(outcomes.of(decision)).isEmpty();
      outcomes.add(decision, Kind.ACCEPTED, null, NOW, "shop");
      outcomes.add(decision, Kind.ACCEPTED, null, NOW, "shop");
      outcomes.add(decision, Kind.ESCALATED, dollars("25"), NOW.plusSeconds(1), "shop");
      var again = outcomes.add(decision, Kind.ESCALATED, dollars("25.00"), NOW, "other");
      outcomes.add(decision, Kind.CHARGEBACK_LOST, dollars("200.00"), NOW.plusSeconds(2), "shop");

      List<ReportedOutcome> all = outcomes.of(decision);

      assertThat(all)
          .extracting(ReportedOutcome::outcome)
          .containsExactly(Kind.ACCEPTED, Kind.ESCALATED, Kind.CHARGEBACK_LOST);
      assertThat(all).extracting(ReportedOutcome::number).containsExactly(1, 2, 3);
      assertThat(all.get(1).cost()).isEqualTo(dollars("25.00"));
      assertThat(again).isEqualTo(new ReportedOutcomes.Result.Stored(all.get(1)));
      DecisionListItem listed =
          new JournalSearch(database).page(SearchQuery.ALL, SortOrder.DEFAULT, 0, 10).get(0);
      assertThat(listed.outcome()).isEqualTo(all.get(2));
    }
  }

  @ParameterizedTest
  @EnumSource
  void decisionsThatAreNotRecordedHaveNone(Databases kind) {
    try (Database database = Database.open(kind.fresh())) {
      ReportedOutcomes outcomes = new ReportedOutcomes(database);
      UUID unknown = UUID.randomUUID();
      assertThat(outcomes.add(unknown, Kind.ACCEPTED, null, NOW, "shop"))
          .isEqualTo(new ReportedOutcomes.Result.NoDecision());
      assertThat(outcomes.of(unknown)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void reportsOnADecisionAreBounded(Databases kind) {
    try (Database database = Database.open(kind.fresh())) {
      UUID decision = decided(database);
      ReportedOutcomes outcomes = new ReportedOutcomes(database);
      for (int i = 0; i < ReportedOutcomes.MAX_REPORTS; i++) {
        assertThat(outcomes.add(decision, Kind.ESCALATED, dollars("" + i), NOW, "shop"))
            .isInstanceOf(ReportedOutcomes.Result.Stored.class);
      }
      assertThat(outcomes.add(decision, Kind.ACCEPTED, null, NOW, "shop"))
          .isEqualTo(new ReportedOutcomes.Result.Full());
      assertThat(outcomes.of(decision)).hasSize(ReportedOutcomes.MAX_REPORTS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void reportsAtTheSameTimeAreAllKept(Databases kind) {
    try (Database database = Database.open(kind.fresh())) {
      UUID decision = decided(database);
      ReportedOutcomes outcomes = new ReportedOutcomes(database);
      IntStream.range(0, 4)
          .mapToObj(
              i ->
                  CompletableFuture.runAsync(
                      () -> outcomes.add(decision, Kind.ESCALATED, dollars("" + i), NOW, "shop")))
          .toList()
          .forEach(CompletableFuture::join);
      assertThat(outcomes.of(decision))
          .extracting(ReportedOutcome::number)
          .containsExactly(1, 2, 3, 4);
    }
  }
}
