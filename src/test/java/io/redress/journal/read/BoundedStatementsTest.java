package io.redress.journal.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.journal.verify.PastDecisions;
import io.redress.journal.write.Databases;
import io.redress.journal.write.WrittenJournal;
import io.redress.lifecycle.Replica;
import io.redress.platform.database.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * No statement on the way to a decision, to readiness, to retention, to verification, to exports,
 * to usage and to the home page costs more the longer the journal is.
 */
@Tag("service")
class BoundedStatementsTest {
  private static final int ENTRIES = Integer.getInteger("redress.entries", 30_000);
  private static final int EXPIRED = 2_500;

  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  /** What exports ask for in parts; all statements of one are alike. */
  private static final SearchQuery RECENT =
      new SearchQuery(null, null, null, NOW.minus(Duration.ofDays(9)), null, null, Map.of());

  @ParameterizedTest
  @EnumSource
  void noStatementReadsMoreThanItsPart(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      PastDecisions.journal(replica, NOW);
      LongJournal.fill(replica.database, ENTRIES, EXPIRED, NOW);

      StatementCosts costs = StatementCosts.measure(replica.database, () -> use(replica));

      assertThat(costs.statements()).hasSizeGreaterThan(15);
      assertThat(costs.tooDear()).isEmpty();
      assertThat(new JournalSearch(replica.database).count(SearchQuery.ALL))
          .isEqualTo(ENTRIES - EXPIRED + 2);
    }
  }

  private static void use(Replica replica) {
    Database database = replica.database;
    WrittenJournal journal = PastDecisions.journal(replica, LongJournal.REPLICA, NOW);
    journal.dress("D-7");
    new JournalSearch(database).find(journal.dress("new")).orElseThrow();

    Chains chains = new Chains(database);
    assertThat(chains.replicas()).containsExactly(LongJournal.REPLICA);
    assertThat(chains.last(LongJournal.REPLICA)).isPresent();
    assertThat(chains.firstSince(LongJournal.REPLICA, NOW.minus(Duration.ofDays(2)))).isPresent();

    JournalSearch search = new JournalSearch(database);
    search.summaries(RECENT, summary -> {});
    search.entries(RECENT, kept -> {});
    chains.each(LongJournal.REPLICA, ENTRIES - 1_000, kept -> {});

    JournalStatistics statistics = new JournalStatistics(database, CLOCK);
    JournalFigures figures =
        statistics.read(TODAY.minusDays(3), TODAY, ZoneOffset.UTC, "0123456789ab", 1_000);
    assertThat(figures.between(TODAY.minusDays(3), TODAY).decisions()).isPositive();
    assertThat(figures.newest()).isNotEmpty();

    RowUses.Uses uses = new RowUses(database).read(TODAY.minusDays(89), TODAY, decided -> decided);
    assertThat(uses.rows().get("0123456789ab")).hasSizeGreaterThan(1_000);

    Retention retention =
        new Retention(
            database,
            new PersonalDataKeys(database, CLOCK),
            new ClockCheck(database, CLOCK),
            CLOCK,
            Optional.of(LongJournal.KEEP),
            Optional.empty());
    retention.deleteIdempotencyKeys();
    retention.deleteExpired();
    new ClockCheck(database, CLOCK).check();
  }
}
