package io.redress.journal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.journal.outcome.ReportedOutcome;
import io.redress.journal.outcome.ReportedOutcomes;
import io.redress.journal.verify.PastDecisions;
import io.redress.journal.write.Databases;
import io.redress.journal.write.WrittenJournal;
import io.redress.lifecycle.Replica;
import io.redress.security.audit.Actor;
import io.redress.security.audit.AuditAction;
import io.redress.security.audit.AuditEvent;
import io.redress.security.audit.AuditLog;
import io.redress.security.audit.AuditQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("service")
class RetentionTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final Duration KEEP = Duration.ofDays(30);
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @ParameterizedTest
  @EnumSource
  void truncatedJournalIsStillIntact(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      WrittenJournal old = PastDecisions.journal(replica, NOW.minus(Duration.ofDays(40)));
      UUID gone = old.dress("a");
      old.dress("b");
      WrittenJournal journal = PastDecisions.journal(replica, NOW.minus(Duration.ofDays(10)));
      UUID kept = journal.dress("b");
      ReportedOutcomes outcomes = new ReportedOutcomes(replica.database);
      for (UUID decision : List.of(gone, kept)) {
        outcomes.add(decision, ReportedOutcome.Kind.ACCEPTED, null, NOW, "shop");
      }

      Retention retention = retention(replica, Optional.of(KEEP), Optional.empty());
      retention.deleteExpired();
      retention.deleteExpired();

      JournalSearch archive = new JournalSearch(replica.database);
      assertThat(archive.find(gone)).isEmpty();
      assertThat(archive.find(kept).orElseThrow().personal()).isPresent();
      assertThat(outcomes.of(gone)).isEmpty();
      assertThat(outcomes.of(kept)).hasSize(1);
      assertThat(archive.count(SearchQuery.ALL)).isEqualTo(1);
      assertThat(PastDecisions.whole(replica)).isTrue();
      assertThat(audited(replica, AuditAction.JOURNAL_CUT)).hasSize(1);
      journal.dress("c");
      assertThat(PastDecisions.whole(replica)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void fullyTruncatedChainContinues(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      PastDecisions.journal(replica, NOW.minus(Duration.ofDays(40))).dress("a");
      retention(replica, Optional.of(KEEP), Optional.empty()).deleteExpired();
      UUID next = PastDecisions.journal(replica, NOW).dress("a");
      JournalSearch archive = new JournalSearch(replica.database);
      assertThat(archive.count(SearchQuery.ALL)).isEqualTo(1);
      assertThat(archive.find(next).orElseThrow().entry().number()).isEqualTo(2);
      assertThat(PastDecisions.whole(replica)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void clockThatWasOnceAheadDoesNotStopTruncation(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      UUID first = PastDecisions.journal(replica, NOW.minus(Duration.ofDays(41))).dress("a");
      UUID ahead = PastDecisions.journal(replica, NOW.plus(Duration.ofDays(900))).dress("b");
      UUID old = PastDecisions.journal(replica, NOW.minus(Duration.ofDays(40))).dress("c");
      UUID young = PastDecisions.journal(replica, NOW.minus(Duration.ofDays(10))).dress("d");
      UUID behind = PastDecisions.journal(replica, NOW.minus(Duration.ofDays(90))).dress("e");
      UUID aheadNow = PastDecisions.journal(replica, NOW.plus(Duration.ofDays(1))).dress("f");

      retention(replica, Optional.of(KEEP), Optional.empty()).deleteExpired();

      JournalSearch archive = new JournalSearch(replica.database);
      assertThat(Stream.of(first, ahead, old).map(archive::find)).allMatch(Optional::isEmpty);
      assertThat(Stream.of(young, behind, aheadNow).map(archive::find))
          .allMatch(Optional::isPresent);
      assertThat(PastDecisions.whole(replica)).isTrue();
    }
  }

  /**
   * Their idempotency keys expire in the future, too, and an entry with a key cannot be deleted.
   */
  @ParameterizedTest
  @EnumSource
  void entriesFromTheFutureAreDeletedWithTheirKeysWhereverTheyAre(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      PastDecisions.journal(replica, NOW.minus(Duration.ofDays(41))).dresses("a", 995);
      PastDecisions.journal(replica, NOW.plus(Duration.ofDays(900))).dresses("b", 1_010);
      PastDecisions.journal(replica, NOW.minus(Duration.ofDays(40))).dresses("c", 5);
      PastDecisions.journal(replica, NOW).dress("d");
      replica
          .database
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      "insert into idempotency_key (id, body_sha256, decision_id, kept_until)"
                          + " select replace(cast(decision_id as varchar(36)), '-', ''),"
                          + " repeat('0', 64), decision_id, decided_at from journal_chain"));

      Retention retention = retention(replica, Optional.of(KEEP), Optional.empty());
      retention.deleteIdempotencyKeys();
      retention.deleteExpired();

      assertThat(rows(replica, "journal_chain")).isEqualTo(1);
      assertThat(rows(replica, "idempotency_key")).isEqualTo(1);
      assertThat(PastDecisions.whole(replica)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void manyExpiredEntriesAndKeysAreDeletedInParts(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      WrittenJournal old = PastDecisions.journal(replica, NOW.minus(Duration.ofDays(40)));
      old.dresses("a", 2_100);
      for (int dispute = 0; dispute < 3; dispute++) {
        old.dress("d-" + dispute);
      }
      replica
          .database
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      "insert into idempotency_key (id, body_sha256, decision_id, kept_until)"
                          + " select replace(cast(decision_id as varchar(36)), '-', ''),"
                          + " repeat('0', 64), decision_id, decided_at from journal_chain"));

      Retention retention = retention(replica, Optional.of(KEEP), Optional.empty());
      retention.deleteIdempotencyKeys();
      assertThat(rows(replica, "idempotency_key")).isZero();
      retention.deleteExpired();
      assertThat(rows(replica, "journal_chain")).isZero();
      assertThat(rows(replica, "personal_key")).isZero();
      assertThat(audited(replica, AuditAction.JOURNAL_CUT)).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void entryFromTheFutureIsNoticed(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      ClockCheck check = new ClockCheck(replica.database, CLOCK);
      check.check();
      assertThat(check.future()).isEmpty();
      PastDecisions.journal(replica, NOW).dress("a");
      check.check();
      assertThat(check.future()).isEmpty();
      PastDecisions.journal(replica, NOW.plus(Duration.ofDays(1))).dress("b");
      PastDecisions.journal(replica, NOW).dress("c");
      check.check();
      assertThat(check.future()).contains(NOW.plus(Duration.ofDays(1)).plusSeconds(1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void replicasThatTruncateAtTheSameTimeLeaveAJournalThatIsIntact(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      PastDecisions.journal(replica, NOW.minus(Duration.ofDays(40))).dresses("a", 2_400);
      PastDecisions.journal(replica, NOW).dress("b");
      Instant nanoseconds = NOW.plusNanos(329_503_922);
      Stream.of(nanoseconds, nanoseconds.plusSeconds(1), nanoseconds.plusSeconds(2))
          .map(
              now ->
                  CompletableFuture.runAsync(
                      () ->
                          new JournalTruncation(
                                  replica.database, NOW.minus(KEEP), now, Actor.within("test"))
                              .run()))
          .toList()
          .forEach(CompletableFuture::join);

      assertThat(new JournalSearch(replica.database).count(SearchQuery.ALL)).isEqualTo(1);
      assertThat(PastDecisions.verify(replica).doubts()).isEmpty();
    }
  }

  private static int rows(Replica replica, String table) {
    return replica
        .database
        .jdbi()
        .withHandle(
            handle ->
                handle.createQuery("select count(*) from " + table).mapTo(Integer.class).one());
  }

  @ParameterizedTest
  @EnumSource
  void unusedPersonalDataAreDestroyed(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      WrittenJournal old = PastDecisions.journal(replica, NOW.minus(Duration.ofDays(40)));
      UUID quiet = old.dress("quiet");
      UUID goesOn = old.dress("goes-on");
      PastDecisions.journal(replica, NOW.minus(Duration.ofDays(1))).dress("goes-on");

      retention(replica, Optional.empty(), Optional.of(KEEP)).deleteExpired();

      JournalSearch archive = new JournalSearch(replica.database);
      assertThat(archive.find(quiet).orElseThrow().personal()).isEmpty();
      assertThat(archive.find(goesOn).orElseThrow().personal()).isPresent();
      assertThat(archive.count(SearchQuery.ALL)).isEqualTo(3);
      assertThat(audited(replica, AuditAction.PERSONAL_DATA_DESTROYED)).containsExactly("quiet");
      assertThat(PastDecisions.whole(replica)).isTrue();
    }
  }

  @Test
  void retentionShorterThanIdempotencyIsRefused() {
    try (Replica replica = new Replica(Databases.EMBEDDED.fresh())) {
      assertThatThrownBy(
              () -> retention(replica, Optional.of(Duration.ofHours(24)), Optional.empty()))
          .hasMessageContaining("redress.journal.keep is shorter than 2 days.");
    }
  }

  private static List<String> audited(Replica replica, AuditAction deed) {
    AuditQuery query = new AuditQuery("retention", deed, null, null);
    return new AuditLog(replica.database)
        .page(query, 0, 10).stream().map(AuditEvent::subject).toList();
  }

  private static Retention retention(
      Replica replica, Optional<Duration> entries, Optional<Duration> personalData) {
    return new Retention(
        replica.database,
        new PersonalDataKeys(replica.database, CLOCK),
        new ClockCheck(replica.database, CLOCK),
        CLOCK,
        entries,
        personalData);
  }
}
