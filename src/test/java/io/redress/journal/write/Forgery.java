package io.redress.journal.write;

import io.redress.domain.RecordOf;
import io.redress.platform.database.Database;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Changes entries as only the owner of the database can, once it permits all. */
public final class Forgery {
  private static final String OLDER =
      """
      insert into journal_entry (replica, number, decision_id, dispute_id, decided_at, as_of, rule_set,
        resolution, reason_code, case_status, discount_percent, refund_amount, refund_currency,
        caller, request_id, facts, decision, key_id, sealed, previous, hash)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private Forgery() {}

  /** Replaces a decision by another one, where it has this number. */
  public static void decision(
      Database database, long number, UnaryOperator<DecisionRecord> change) {
    for (Entry entry : entries(database)) {
      if (entry.number() == number) {
        database
            .jdbi()
            .useHandle(
                handle ->
                    handle.execute(
                        "update journal_chain set body = ? where decision_id = ?",
                        EntryBody.of(change.apply(entry.decided())),
                        entry.decided().decisionId()));
      }
    }
  }

  /** Replaces a member of a decision. */
  public static void member(Database database, long number, String name, Object value) {
    decision(database, number, decided -> RecordOf.copy(decided).with(name, value).build());
  }

  /** Writes entries as versions before did, in columns, instead of how they are. */
  public static void older(Database database) {
    List<Entry> entries = entries(database);
    database
        .jdbi()
        .useTransaction(
            handle -> {
              var batch = handle.prepareBatch(OLDER);
              entries.forEach(entry -> batch.add(columns(entry)));
              batch.execute();
              handle.execute("delete from journal_chain");
              handle.execute("delete from decision_search");
              handle.execute("delete from projection");
            });
  }

  /**
   * Writes an entry as versions before did, and another decision of the same number to the other
   * table.
   */
  public static void behind(Database database, long number) {
    Entry entry =
        entries(database).stream()
            .filter(each -> each.number() == number)
            .findFirst()
            .orElseThrow();
    DecisionRecord other =
        RecordOf.copy(entry.decided()).with("decisionId", UUID.randomUUID()).build();
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    OLDER, columns(RecordOf.copy(entry).with("decided", other).build())));
  }

  private static Object[] columns(Entry entry) {
    DecisionRecord decided = entry.decided();
    return new Object[] {
      entry.replica(),
      entry.number(),
      decided.decisionId(),
      decided.disputeId(),
      JournalStore.utc(decided.decidedAt()),
      decided.asOf(),
      decided.ruleSet(),
      decided.resolution(),
      decided.reasonCode(),
      decided.caseStatus(),
      decided.discountPercent(),
      decided.refundAmount(),
      decided.refundCurrency(),
      decided.caller(),
      decided.requestId(),
      decided.facts(),
      decided.decision(),
      entry.keyId(),
      entry.sealed(),
      entry.previous(),
      entry.hash()
    };
  }

  private static List<Entry> entries(Database database) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select * from journal_chain order by replica, number")
                    .map(EntryTable.CURRENT.mapper())
                    .list());
  }
}
