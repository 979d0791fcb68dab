package io.redress.journal.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.journal.projection.Projection;
import io.redress.journal.verify.PastDecisions;
import io.redress.journal.write.Databases;
import io.redress.journal.write.WrittenJournal;
import io.redress.lifecycle.Replica;
import io.redress.platform.database.Database;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("service")
class PeriodTotalsTest {
  private static final Instant BEGUN = Instant.parse("2026-03-01T08:10:00Z");
  private static final int DECISIONS = 120;
  private static final int MAX_MINUTES = 90;

  private static final String LOST =
      """
      {"disputeId": "lost", "asOf": "2026-03-10", "disputeType": "NOT_RECEIVED", "reason": "LOST",
       "desiredOutcome": "REFUND", "order": {"quantity": 2, "unitPrice": "%d.25", "currency": "%s"}}
      """;

  private final Random random = new Random(19);

  /** Also after the older half was deleted, in several cuts that do not end at full hours. */
  @ParameterizedTest
  @EnumSource
  void sumsByHourAreThoseOfTheDecisions(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      WrittenJournal journal = PastDecisions.journal(replica, BEGUN);
      Projection projection = new Projection(replica.database);
      Duration passed = Duration.ZERO;
      for (int i = 0; i < DECISIONS; i++) {
        Duration next = Duration.ofMinutes(random.nextInt(MAX_MINUTES));
        passed = passed.plus(next);
        journal.pass(next);
        if (random.nextBoolean()) {
          journal.dress("d-" + i);
        } else {
          String currency = random.nextBoolean() ? "USD" : "EUR";
          journal.keep(LOST.formatted(random.nextInt(90), currency).getBytes(UTF_8), "shop");
        }
        if (random.nextInt(10) == 0) {
          assertThat(projection.catchUp(Duration.ofMinutes(1))).isTrue();
        }
      }
      assertThat(projection.catchUp(Duration.ofMinutes(1))).isTrue();
      assertSame(replica.database, passed);

      for (int part : new int[] {4, 2}) {
        Instant now = BEGUN.plus(passed.dividedBy(part)).plus(Duration.ofDays(2));
        retention(replica.database, now).deleteExpired();
        assertSame(replica.database, passed);
      }
      retention(replica.database, BEGUN.plus(Duration.ofDays(90))).deleteExpired();
      assertThat(decisions(replica.database, BEGUN, BEGUN.plus(passed))).isZero();
      assertThat(rows(replica.database)).isZero();
    }
  }

  private void assertSame(Database database, Duration passed) {
    Instant end = BEGUN.plus(passed).plus(Duration.ofHours(1));
    assertThat(decisions(database, BEGUN, end)).isPositive();
    for (int i = 0; i < 60; i++) {
      Instant from = BEGUN.plus(Duration.ofMinutes(random.nextInt((int) passed.toMinutes())));
      Instant before = from.plus(Duration.ofMinutes(random.nextInt(4_000)));
      DecisionStatistics byHour =
          database
              .jdbi()
              .withHandle(
                  handle -> DecisionStatistics.of(PeriodTotals.between(handle, from, before)));
      DecisionStatistics byDecision =
          database
              .jdbi()
              .withHandle(
                  handle ->
                      DecisionStatistics.of(
                          handle
                              .createQuery(
                                  PeriodTotals.single(SearchTable.TABLE, ":from", ":before"))
                              .bind("from", from.atOffset(ZoneOffset.UTC))
                              .bind("before", before.atOffset(ZoneOffset.UTC))
                              .map(ConstructorMapper.of(DayTotal.class))
                              .list()));
      assertThat(byHour)
          .as("%s to %s", from, before)
          .usingRecursiveComparison()
          .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
          .ignoringCollectionOrder()
          .isEqualTo(byDecision);
    }
  }

  private static long decisions(Database database, Instant from, Instant before) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                DecisionStatistics.of(PeriodTotals.between(handle, from, before)).decisions());
  }

  private static int rows(Database database) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select count(*) from decision_hour")
                    .mapTo(Integer.class)
                    .one());
  }

  private static Retention retention(Database database, Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    return new Retention(
        database,
        new PersonalDataKeys(database, clock),
        new ClockCheck(database, clock),
        clock,
        Optional.of(Duration.ofDays(2)),
        Optional.empty());
  }
}
