package io.redress.journal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.domain.RecordOf;
import io.redress.journal.projection.Projection;
import io.redress.journal.read.Chains;
import io.redress.journal.read.JournalSearch;
import io.redress.journal.read.PersonalDataKeys;
import io.redress.journal.write.Databases;
import io.redress.journal.write.Forgery;
import io.redress.journal.write.WrittenJournal;
import io.redress.lifecycle.ActivationResult;
import io.redress.lifecycle.Replica;
import io.redress.lifecycle.store.Activation;
import io.redress.lifecycle.store.ActivationStore;
import io.redress.lifecycle.store.RuleSetStore;
import io.redress.lifecycle.store.Stage;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.database.Database;
import io.redress.security.audit.Actor;
import io.redress.security.audit.AuditAction;
import io.redress.security.audit.AuditLog;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("service")
class JournalVerificationTest {
  private static final Instant BEGUN = Instant.parse("2026-03-01T08:00:00Z");

  /** Entries that are read at a time. */
  private static final long BATCH = 200;

  private static final int MORE_THAN_A_BATCH = 203;

  private static final Actor BY = Actor.within("test");

  @ParameterizedTest
  @EnumSource
  void journalOfRandomDisputesIsIntact(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      int kept = PastDecisions.journal(replica, BEGUN).random(7, 600);
      assertThat(kept).isGreaterThan(20);
      PastDecisions.journal(replica, "replica-2", BEGUN).dress("d");
      VerificationReport report = PastDecisions.verify(replica);
      assertThat(report.doubts()).isEmpty();
      assertThat(report.whole()).isTrue();
      assertThat(report.entries()).isEqualTo(kept + 1);
      assertThat(report.redecided()).isEqualTo(kept + 1);
      assertThat(report.anchors()).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void changeOfAnyPartIsFound(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      WrittenJournal journal = PastDecisions.journal(replica, BEGUN);
      Stream.of("a", "b", "c").forEach(journal::dress);
      kind.permitAll(replica.database);
      Stream.of(
              "decision_id = '00000000-0000-4000-8000-000000000000'",
              "decided_at = '2026-03-01T08:00:02.001Z'",
              "key_id = '00000000-0000-4000-8000-000000000000'",
              "body = (select body from journal_chain where number = 3)",
              "body = sealed",
              "sealed = (select sealed from journal_chain where number = 3)",
              "previous = hash",
              "hash = previous",
              "replica = 'other'")
          .forEach(change -> found(replica, "journal_chain", change));
      Map.ofEntries(
              Map.entry("disputeId", "x"),
              Map.entry("asOf", LocalDate.of(2014, 12, 11)),
              Map.entry("ruleSet", "000000000000"),
              Map.entry("resolution", "FULL_REFUND"),
              Map.entry("reasonCode", "STRIKE"),
              Map.entry("caseStatus", "RESOLVED"),
              Map.entry("discountPercent", new BigDecimal("5.0001")),
              Map.entry("refundAmount", BigDecimal.ZERO),
              Map.entry("refundCurrency", "USD"),
              Map.entry("caller", "me"),
              Map.entry("requestId", ""),
              Map.entry("facts", "{}"),
              Map.entry("decision", "{}"))
          .forEach(
              (member, value) ->
                  found(
                      replica,
                      "journal_chain",
                      member,
                      () -> Forgery.member(replica.database, 2, member, value)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void changeOfAnyColumnOfOlderEntriesIsFound(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      WrittenJournal journal = PastDecisions.journal(replica, BEGUN);
      Stream.of("a", "b", "c").forEach(journal::dress);
      kind.permitAll(replica.database);
      Forgery.older(replica.database);
      Stream.of(
              "decision_id = '00000000-0000-4000-8000-000000000000'",
              "dispute_id = 'x'",
              "decided_at = '2026-03-01T08:00:02.001Z'",
              "as_of = '2014-12-11'",
              "rule_set = '000000000000'",
              "resolution = 'FULL_REFUND'",
              "reason_code = 'STRIKE'",
              "case_status = 'RESOLVED'",
              "discount_percent = 5.0001",
              "refund_amount = 0",
              "refund_currency = 'USD'",
              "caller = 'me'",
              "request_id = ''",
              "facts = facts || ' '",
              "decision = replace(decision, '2014-12-10', '2014-12-12')",
              "key_id = '00000000-0000-4000-8000-000000000000'",
              "sealed = (select sealed from journal_entry where number = 3)",
              "previous = repeat('0', 64)",
              "hash = repeat('0', 64)",
              "replica = 'other'")
          .forEach(change -> found(replica, "journal_entry", change));
    }
  }

  private static void found(Replica replica, String table, String change) {
    found(
        replica,
        table,
        change,
        () ->
            execute(replica.database, "update " + table + " set " + change + " where number = 2"));
  }

  private static void found(Replica replica, String table, String change, Runnable changing) {
    Database database = replica.database;
    execute(database, "drop table if exists kept", "create table kept as select * from " + table);
    changing.run();
    assertThat(PastDecisions.verifyChains(replica).whole()).as(change).isFalse();
    execute(database, "delete from " + table, "insert into " + table + " select * from kept");
    assertThat(PastDecisions.verifyChains(replica).whole()).as("restored").isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void missingAndSwappedEntriesAreFound(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      WrittenJournal journal = PastDecisions.journal(replica, BEGUN);
      Stream.of("a", "b", "c", "d", "e").forEach(journal::dress);
      Anchor end = Anchor.parse(PastDecisions.verify(replica).anchors().get(0)).orElseThrow();
      kind.permitAll(replica.database);

      execute(replica.database, "delete from journal_chain where number = 5");
      assertThat(kinds(PastDecisions.verify(replica))).containsExactly("MISCOPIED");
      forgetCopies(replica.database);
      assertThat(PastDecisions.verify(replica).whole()).isTrue();
      assertThat(kinds(PastDecisions.verify(replica, end))).containsExactly("ANCHOR_LOST");

      journal.dress("f");
      assertThat(PastDecisions.verify(replica, end).whole()).isFalse();

      execute(
          replica.database,
          "update journal_chain set number = 30 where number = 3",
          "update journal_chain set number = 3 where number = 4",
          "update journal_chain set number = 4 where number = 30");
      assertThat(kinds(PastDecisions.verify(replica))).contains("CHANGED", "UNLINKED");

      execute(replica.database, "delete from journal_chain where number = 2");
      assertThat(kinds(PastDecisions.verify(replica))).contains("GAP");
    }
  }

  @ParameterizedTest
  @EnumSource
  void forgedCutHidesNothing(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      WrittenJournal journal = PastDecisions.journal(replica, BEGUN);
      Stream.of("a", "b", "c").forEach(journal::dress);
      kind.permitAll(replica.database);
      execute(
          replica.database,
          "insert into journal_cut (replica, through, hash, cut_at) values"
              + " ('replica-1', 3, '"
              + hash(replica, 3)
              + "', current_timestamp)");
      Forgery.member(replica.database, 2, "resolution", "FULL_REFUND");
      VerificationReport report = PastDecisions.verify(replica);
      assertThat(kinds(report)).containsExactlyInAnyOrder("BELOW_CUT", "NOTHING", "UNAUDITED");
      assertThat(report.whole()).isFalse();
      assertThat(report.cuts())
          .singleElement()
          .hasToString("replica-1 through 3 at " + report.cuts().get(0).cutAt() + ": 0 entries");

      execute(replica.database, "delete from journal_chain");
      journal = PastDecisions.journal(replica, BEGUN);
      journal.dress("d");
      assertThat(kinds(PastDecisions.verify(replica))).containsExactly("UNAUDITED");
    }
  }

  @ParameterizedTest
  @EnumSource
  void changesOfTheAuditLogAndOfWhatItHasAreFound(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      PastDecisions.journal(replica, BEGUN).dress("a");
      StoredRuleSet ruleSet = replica.propose("another");
      assertThat(replica.activate(ruleSet)).isInstanceOf(ActivationResult.Activated.class);
      replica.propose("third");
      VerificationReport report = PastDecisions.verify(replica);
      assertThat(report.doubts()).isEmpty();
      assertThat(report.auditEvents()).isEqualTo(4);
      Anchor end = Anchor.parse(report.anchors().get(1)).orElseThrow();
      assertThat(PastDecisions.verify(replica, end).whole()).isTrue();
      kind.permitAll(replica.database);
      Stream.of(
              "happened_at = '2026-03-01T08:00:02.001Z'",
              "who = 'me'",
              "what = 'KEY_ADDED'",
              "subject = 'x'",
              "address = 'x'",
              "request_id = 'x'",
              "details = '{}'",
              "previous = repeat('0', 64)",
              "hash = repeat('0', 64)",
              "hash = null")
          .forEach(
              change ->
                  altered(
                      replica,
                      "audit_event",
                      "update audit_event set " + change + " where number = 2",
                      "CHANGED"));
      altered(replica, "audit_event", "delete from audit_event where number = 1", "UNLINKED");
      altered(replica, "activation", "update activation set activated_by = 'me'", "UNAUDITED");
      altered(
          replica,
          "activation",
          "update activation set version = (select min(version) from rule_set where version not in (select version from activation))",
          "UNAUDITED");
      altered(replica, "activation", "delete from activation", "UNAUDITED");
      altered(
          replica,
          "activation",
          "insert into activation (number, version, activated_at, activated_by) select 2, min(version),"
              + " cast('2001-01-01T00:00:00Z' as timestamp with time zone), 'me' from rule_set",
          "UNAUDITED");
      Stream.of(
              "created_by = 'me'",
              "comment = 'x'",
              "hindrances = '[\"x\"]'",
              "report = '{}'",
              "number = number + 100",
              "based_on = version",
              "archived_at = created_at, archived_by = 'me', archive_reason = 'x'")
          .forEach(
              change -> altered(replica, "rule_set", "update rule_set set " + change, "UNAUDITED"));

      assertThat(PastDecisions.verifyChains(replica).doubts()).as("all restored").isEmpty();
      execute(replica.database, "delete from audit_event where number = 4");
      assertThat(kinds(PastDecisions.verify(replica, end))).contains("ANCHOR_LOST");
    }
  }

  @ParameterizedTest
  @EnumSource
  void cutThatClaimsToBeOlderThanTheChainHidesNothing(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      WrittenJournal journal = PastDecisions.journal(replica, BEGUN);
      Stream.of("a", "b", "c").forEach(journal::dress);
      kind.permitAll(replica.database);
      execute(
          replica.database,
          "insert into journal_cut (replica, through, hash, cut_at) values ('replica-1', 2, '"
              + hash(replica, 2)
              + "', cast('2001-01-01T00:00:00Z' as timestamp with time zone))",
          "delete from journal_chain where number < 3");
      assertThat(kinds(PastDecisions.verify(replica))).containsExactly("UNAUDITED");
    }
  }

  @ParameterizedTest
  @EnumSource
  void ruleSetsThatAreGoneOrWereTakenUpAgainAreFound(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      PastDecisions.journal(replica, BEGUN).dress("a");
      String version = replica.propose("another").version();
      RuleSetStore store = new RuleSetStore(replica.database);
      Stage.Archival archival = new Stage.Archival(BEGUN, "test", "Not wanted");
      assertThat(store.archive(version, archival, Actor.within("test"))).isTrue();
      assertThat(PastDecisions.verifyChains(replica).doubts()).isEmpty();

      execute(replica.database, "update rule_set set archive_reason = 'Other'");
      assertThat(kinds(PastDecisions.verifyChains(replica))).contains("UNAUDITED");
      execute(replica.database, "update rule_set set archived_at = null");
      assertThat(kinds(PastDecisions.verifyChains(replica))).containsExactly("UNAUDITED");
      assertThat(store.reopen(version, archival, Actor.within("test"))).isFalse();

      String one = " where version = '" + version + "'";
      execute(replica.database, "delete from rule_set_file" + one, "delete from rule_set" + one);
      assertThat(PastDecisions.verifyChains(replica).doubts())
          .singleElement()
          .satisfies(doubt -> assertThat(doubt.message()).contains(version, "it is not stored"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void eventsWithoutHashesProveNothing(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      PastDecisions.journal(replica, BEGUN).dress("a");
      kind.permitAll(replica.database);
      execute(replica.database, "update audit_event set hash = null, previous = null");
      assertThat(kinds(PastDecisions.verifyChains(replica))).contains("NOTHING");
      for (String begun : List.of("2100-01-01", "2026-01-01")) {
        execute(
            replica.database,
            "update audit_chain set begun_at = cast('"
                + begun
                + "T00:00:00Z' as timestamp with time zone)");
        assertThat(kinds(PastDecisions.verifyChains(replica))).contains("CHANGED", "NOTHING");
      }
    }
  }

  /** A second event about the same thing would otherwise explain a change, also above an anchor. */
  @ParameterizedTest
  @EnumSource
  void eventThatIsAppendedDoesNotReplaceAnEarlierOne(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      PastDecisions.journal(replica, BEGUN).dress("a");
      StoredRuleSet ruleSet = replica.propose("another");
      assertThat(replica.activate(ruleSet)).isInstanceOf(ActivationResult.Activated.class);
      Activation activation = new ActivationStore(replica.database).latest().orElseThrow();
      execute(replica.database, "update activation set activated_by = 'me'");
      assertThat(kinds(PastDecisions.verify(replica))).contains("UNAUDITED");

      new AuditLog(replica.database)
          .append(
              Actor.within("me"),
              AuditAction.RULE_SET_ACTIVATED,
              activation.version(),
              activation.activatedAt(),
              Map.of("number", activation.number()));
      assertThat(kinds(PastDecisions.verify(replica))).containsExactly("UNAUDITED");

      execute(replica.database, "update rule_set set created_by = 'me'");
      StoredRuleSet changed =
          new RuleSetStore(replica.database).find(ruleSet.version()).orElseThrow();
      new AuditLog(replica.database)
          .append(
              Actor.within("me"),
              AuditAction.RULE_SET_PROPOSED,
              changed.version(),
              changed.createdAt(),
              Map.of("row", new RuleSetStore(replica.database).hash(changed)));
      assertThat(
              PastDecisions.verify(replica).doubts().stream()
                  .map(IntegrityFinding::message)
                  .filter(message -> message.contains(changed.version())))
          .hasSize(1);
    }
  }

  private static void altered(Replica replica, String table, String change, String kind) {
    Database database = replica.database;
    execute(database, "drop table if exists kept", "create table kept as select * from " + table);
    execute(database, change);
    assertThat(kinds(PastDecisions.verifyChains(replica))).as(change).contains(kind);
    restore(database, table);
  }

  private static void restore(Database database, String table) {
    if (table.equals("audit_event")) {
      execute(
          database,
          "delete from audit_event",
          "insert into audit_event overriding system value select * from kept");
    } else if (table.equals("activation")) {
      execute(database, "delete from activation", "insert into activation select * from kept");
    } else {
      Stream.of(
              "created_by",
              "comment",
              "hindrances",
              "report",
              "number",
              "based_on",
              "archived_at",
              "archived_by",
              "archive_reason")
          .forEach(
              column ->
                  execute(
                      database,
                      "update rule_set set %1$s = (select k.%1$s from kept k where k.version = rule_set.version)"
                          .formatted(column)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void forgedKeyAndRulesAreFound(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      PastDecisions.journal(replica, BEGUN).dress("a");
      execute(
          replica.database,
          "update rule_set_file set sha256 ="
              + " (select max(sha256) from rule_set_file where name = 'evidence.xlsx')"
              + " where name = 'calendar.xlsx'");
      assertThat(kinds(PastDecisions.verify(replica))).containsExactly("RULES_UNREADABLE");

      replica
          .database
          .jdbi()
          .useHandle(handle -> handle.execute("update personal_key set secret = ?", new byte[32]));
      assertThat(kinds(PastDecisions.verify(replica))).contains("SEAL_BROKEN");
    }
  }

  @ParameterizedTest
  @EnumSource
  void forgedDecisionIsFoundByRedecision(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      UUID id = PastDecisions.journal(replica, BEGUN).dress("a");
      kind.permitAll(replica.database);
      Forgery.decision(
          replica.database,
          1,
          decided ->
              RecordOf.copy(decided)
                  .with("decision", decided.decision().replace("KEEP_TRACKING", "FULL_REFUND"))
                  .build());
      assertThat(PastDecisions.verify(replica).doubts())
          .anySatisfy(
              finding -> {
                assertThat(finding.kind()).isEqualTo(IntegrityFinding.Kind.DIFFERENT);
                assertThat(finding.decisionId()).isEqualTo(id);
                assertThat(finding.pointer()).isEqualTo("/resolution");
                assertThat(finding.kept()).isEqualTo("\"FULL_REFUND\"");
                assertThat(finding.now()).isEqualTo("\"KEEP_TRACKING\"");
              });
    }
  }

  @ParameterizedTest
  @EnumSource
  void journalWithoutPersonalDataIsStillIntact(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      WrittenJournal journal = PastDecisions.journal(replica, BEGUN);
      UUID id = journal.dress("a");
      journal.dress("a");
      journal.dress("b");
      JournalSearch archive = new JournalSearch(replica.database);
      assertThat(archive.find(id).orElseThrow().personal().orElseThrow().letter())
          .contains("Greta Kirschbaum");

      PersonalDataKeys keys = new PersonalDataKeys(replica.database, Clock.systemUTC());
      assertThat(keys.destroy("a", BY).decisions()).isEqualTo(2);
      assertThat(keys.destroy("a", BY).destroyed()).isFalse();

      assertThat(archive.find(id).orElseThrow().personal()).isEmpty();
      assertThat(PastDecisions.verify(replica).whole()).isTrue();
      assertThat(PastDecisions.verify(replica).doubts()).isEmpty();
      assertThat(PastDecisions.verify(replica).redecided()).isEqualTo(3);
    }
  }

  /** What searches and totals have is a copy, which someone could change instead of the entries. */
  @ParameterizedTest
  @EnumSource
  void decisionThatOnlySearchesOrTotalsHaveIsFound(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      WrittenJournal journal = PastDecisions.journal(replica, BEGUN);
      Stream.of("a", "b", "c").forEach(journal::dress);
      assertThat(PastDecisions.verify(replica).whole()).isTrue();
      String invented =
          "insert into decision_search (replica, number, decision_id, decided_at, dispute_id, as_of,"
              + " rule_set, resolution, reason_code, case_status, discount_percent, refund_amount,"
              + " refund_currency, caller, request_id, key_id)"
              + " select replica, number, cast('%s' as uuid), decided_at, dispute_id, as_of,"
              + " rule_set, resolution, reason_code, case_status, discount_percent, refund_amount,"
              + " refund_currency, caller, request_id, key_id from decision_search where number = 2";
      Stream.of(new UUID(0, 0), UUID.randomUUID())
          .forEach(id -> onlyCopied(replica, "decision_search", String.format(invented, id)));
      onlyCopied(
          replica, "decision_search", "update decision_search set resolution = 'FULL_REFUND'");
      onlyCopied(replica, "decision_search", "update decision_search set number = 30 - number");
      onlyCopied(replica, "decision_hour", "update decision_hour set decisions = 4");
      onlyCopied(replica, "decision_hour", "update decision_hour set amount = amount + 0.01");
      onlyCopied(replica, "decision_hour", "update decision_hour set replica = 'other'");
      onlyCopied(replica, "decision_hour", "delete from decision_hour");
      onlyCopied(
          replica,
          "decision_hour",
          "insert into decision_hour (hour_start, replica, resolution, currency, decisions, refunds,"
              + " amount, discounts, percent)"
              + " select cast('1999-01-01T00:00:00Z' as timestamp with time zone), replica,"
              + " resolution, currency, decisions, refunds, amount, discounts, percent"
              + " from decision_hour");
    }
  }

  /** Usage of rows is read from sums, which someone could change instead of the entries. */
  @ParameterizedTest
  @EnumSource
  void sumsOfRowsThatNoDecisionHasAreFound(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      WrittenJournal journal = PastDecisions.journal(replica, BEGUN);
      Stream.of("a", "b").forEach(journal::dress);
      PastDecisions.journal(replica, "replica-2", BEGUN.plus(Duration.ofDays(7))).dress("c");
      assertThat(PastDecisions.verifyChains(replica).whole()).as("nothing summed up yet").isTrue();
      Projection projection = new Projection(replica.database);
      assertThat(projection.catchUpRows(Duration.ofMinutes(1))).isTrue();
      assertThat(PastDecisions.verifyChains(replica).whole()).isTrue();
      for (String change :
          List.of(
              "update row_day set decisions = decisions + 1 where replica = 'replica-1'",
              "update row_day set sheet_row = sheet_row + 50",
              "update row_day set currency = 'EUR', refunds = 10",
              "update row_day set decided_on = decided_on + interval '1' day",
              "update row_day set replica = 'other' where replica = 'replica-2'",
              "delete from row_day where replica = 'replica-2'")) {
        onlyCopied(replica, "row_day", change);
      }
      onlyCopied(replica, "rule_set_day", "update rule_set_day set decisions = 9");
      onlyCopied(replica, "rule_set_day", "update rule_set_day set rule_set = '000000000000'");

      journal.dress("d");
      assertThat(PastDecisions.verifyChains(replica).whole()).as("one not summed up").isTrue();
      JournalVerification.Scope later =
          new JournalVerification.Scope(BEGUN.plus(Duration.ofDays(6)), false, List.of());
      execute(replica.database, "update row_day set decisions = 7 where replica = 'replica-1'");
      assertThat(JournalVerification.of(replica.database, later, entries -> {}).whole()).isTrue();
      assertThat(PastDecisions.verifyChains(replica).whole()).isFalse();
    }
  }

  private static void onlyCopied(Replica replica, String table, String change) {
    Database database = replica.database;
    execute(database, "drop table if exists kept", "create table kept as select * from " + table);
    execute(database, change);
    assertThat(kinds(PastDecisions.verifyChains(replica))).as(change).containsExactly("MISCOPIED");
    execute(database, "delete from " + table, "insert into " + table + " select * from kept");
    assertThat(PastDecisions.verifyChains(replica).whole()).as("restored").isTrue();
  }

  /** The tables of entries of this version and of those before are read as one chain. */
  @ParameterizedTest
  @EnumSource
  void entryBehindAnotherOfTheSameNumberIsFound(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      PastDecisions.journal(replica, BEGUN).dresses("a", MORE_THAN_A_BATCH);
      assertThat(PastDecisions.verifyChains(replica).whole()).isTrue();
      kind.permitAll(replica.database);
      Stream.of(1L, BATCH - 1, BATCH, BATCH + 1, (long) MORE_THAN_A_BATCH)
          .forEach(
              number -> {
                Forgery.behind(replica.database, number);
                assertThat(kinds(PastDecisions.verifyChains(replica)))
                    .as("number %d", number)
                    .contains("UNLINKED");
                execute(replica.database, "delete from journal_entry");
              });
      assertThat(PastDecisions.verifyChains(replica).whole()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void entriesAndEventsBeforeTheFirstOnesAreFound(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      PastDecisions.journal(replica, BEGUN).dress("a");
      assertThat(replica.activate(replica.propose("another")))
          .isInstanceOf(ActivationResult.Activated.class);
      kind.permitAll(replica.database);
      for (long number : List.of(-1L, Long.MIN_VALUE)) {
        execute(replica.database, copied("replica", "cast('" + number + "' as bigint)"));
        assertThat(kinds(PastDecisions.verifyChains(replica))).contains("BELOW_CUT");
        execute(replica.database, "delete from journal_chain where number < 1");
      }
      for (String name : List.of("", " ", "replica-1 ", "replica-1\t")) {
        execute(replica.database, copied("'" + name + "'", "1"));
        assertThat(kinds(PastDecisions.verifyChains(replica))).as("'%s'", name).contains("CHANGED");
        execute(replica.database, "delete from journal_chain where replica <> 'replica-1'");
      }
      assertThat(PastDecisions.verifyChains(replica).whole()).isTrue();

      for (long number : List.of(0L, Long.MIN_VALUE)) {
        execute(
            replica.database,
            "insert into audit_event (number, happened_at, who, what, subject, address, request_id,"
                + " details) overriding system value select cast('"
                + number
                + "' as bigint), happened_at, 'me', what, subject, address, request_id, details"
                + " from audit_event where number = 1");
        assertThat(kinds(PastDecisions.verifyChains(replica))).contains("UNLINKED");
      }
    }
  }

  /** Copies the first entry, with another id. */
  private static String copied(String chain, String number) {
    return "insert into journal_chain (replica, number, decision_id, decided_at, key_id, body,"
        + " sealed, previous, hash) select "
        + chain
        + ", "
        + number
        + ", cast('"
        + UUID.randomUUID()
        + "' as uuid), decided_at, key_id, body, sealed, previous, hash"
        + " from journal_chain where replica = 'replica-1' and number = 1";
  }

  private static void forgetCopies(Database database) {
    execute(
        database,
        "delete from decision_search",
        "delete from decision_hour",
        "delete from row_day",
        "delete from rule_set_day",
        "update projection set number = 0, rows_number = 0");
  }

  private static String hash(Replica replica, long number) {
    return new Chains(replica.database).entry("replica-1", number).orElseThrow().hash();
  }

  private static Stream<String> kinds(VerificationReport report) {
    return report.found().keySet().stream();
  }

  private static void execute(Database database, String... statements) {
    database.jdbi().useHandle(handle -> Stream.of(statements).forEach(handle::execute));
  }
}
