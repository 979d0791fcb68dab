package io.redress.journal.projection;

import io.redress.journal.write.DecisionRecord;
import io.redress.journal.write.Entry;
import io.redress.journal.write.EntryTable;
import io.redress.platform.database.Database;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Copies entries to the table that searches look at, and sums up which rows answered, in parts,
 * each in one transaction with the number of its last entry. So it can end anywhere, and several
 * processes can do it at once: each part locks the numbers of its chain.
 *
 * <p>Both are done in one pass while they are at the same entry. Searches do not wait for the sums
 * of rows, which are behind after an update from a version without them.
 */
public final class Projection {
  /** Entries of a part, which takes some tens of milliseconds. */
  private static final int PART = 1_000;

  /** What is filled from entries. */
  enum Target {
    SEARCH("number"),
    ROWS("rows_number");

    private final String column;

    Target(String column) {
      this.column = column;
    }

    private String behind() {
      return "select p.replica from projection p where p."
          + column
          + " < (select c.number from journal_chain c where c.replica = p.replica"
          + " order by c.replica desc, c.number desc limit 1)";
    }
  }

  /**
   * The numbers of the last entries of a chain that were copied.
   *
   * @param search to where searches look
   * @param rows into the sums of rows
   */
  record Position(long search, long rows) {
    static final Position START = new Position(0, 0);

    long of(Target target) {
      return target == Target.SEARCH ? search : rows;
    }

    long least() {
      return Math.min(search, rows);
    }
  }

  private static final String INSERT =
      """
      insert into decision_search (replica, number, decision_id, decided_at, dispute_id, as_of,
        rule_set, resolution, reason_code, case_status, discount_percent, refund_amount,
        refund_currency, caller, request_id, key_id)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final Jdbi jdbi;

  public Projection(Database database) {
    this.jdbi = database.jdbi();
  }

  /**
   * Copies all entries that were stored before this call to where searches look.
   *
   * @param patience when to give up
   * @return false if there were too many for that time
   */
  public boolean catchUp(Duration patience) {
    return catchUp(Target.SEARCH, patience);
  }

  /**
   * Sums up the rows of all entries that were stored before this call.
   *
   * @param patience when to give up
   * @return false if there were too many for that time
   */
  public boolean catchUpRows(Duration patience) {
    return catchUp(Target.ROWS, patience);
  }

  private boolean catchUp(Target target, Duration patience) {
    long start = System.nanoTime();
    for (String replica : behind(target)) {
      while (part(replica, target)) {
        if (System.nanoTime() - start > patience.toNanos()) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether an entry of a chain was copied to where searches look. */
  public boolean hasCopied(String replica, long number) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select 1 from projection where replica = :replica and number >= :number")
                .bind("replica", replica)
                .bind("number", number)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  private List<String> behind(Target target) {
    return jdbi.withHandle(
        handle -> handle.createQuery(target.behind()).mapTo(String.class).list());
  }

  /** The keys of personal data in entries that are not copied yet. */
  public static Set<UUID> keysBehind(Handle handle) {
    Set<UUID> keys = new HashSet<>();
    for (String replica : handle.createQuery(Target.SEARCH.behind()).mapTo(String.class).list()) {
      handle
          .createQuery(
              "select key_id from journal_chain where replica = :replica and number >"
                  + " (select number from projection where replica = :replica)")
          .bind("replica", replica)
          .mapTo(UUID.class)
          .forEach(keys::add);
    }
    return keys;
  }

  /** Copies some entries of a chain; returns whether there may be more. */
  private boolean part(String replica, Target target) {
    return jdbi.inTransaction(handle -> part(handle, replica, target));
  }

  private static boolean part(Handle handle, String replica, Target wanted) {
    Position position = lock(handle, replica);
    long last = position.of(wanted);
    List<Entry> entries =
        handle
            .createQuery(
                "select * from journal_chain where replica = :replica and number > :last"
                    + " order by replica, number limit :most")
            .bind("replica", replica)
            .bind("last", last)
            .bind("most", PART)
            .map(EntryTable.CURRENT.mapper())
            .list();
    if (entries.isEmpty()) {
      return false;
    }
    long end = entries.get(entries.size() - 1).number();
    for (Target target : Target.values()) {
      if (position.of(target) == last) {
        add(handle, replica, target, entries);
        setCopied(handle, replica, target, end);
      }
    }
    return entries.size() == PART;
  }

  static void setCopied(Handle handle, String replica, Target target, long number) {
    handle.execute(
        "update projection set " + target.column + " = ? where replica = ?", number, replica);
  }

  private static HourTotals.Decided decided(Entry entry) {
    DecisionRecord decided = entry.decided();
    return new HourTotals.Decided(
        decided.decidedAt(),
        decided.resolution(),
        decided.refundCurrency(),
        decided.refundAmount(),
        decided.discountPercent());
  }

  /** How far a chain was copied, which stays so in this transaction. */
  static Position lock(Handle handle, String replica) {
    return handle
        .createQuery(
            "select number, rows_number from projection where replica = :replica for update")
        .bind("replica", replica)
        .map((row, context) -> new Position(row.getLong("number"), row.getLong("rows_number")))
        .findOne()
        .orElse(Position.START);
  }

  /**
   * Takes decisions of a chain away, before their entries are deleted in the same transaction: none
   * of them is copied meanwhile.
   */
  public static void remove(Handle handle, String replica, List<UUID> decisions) {
    long summedUp = lock(handle, replica).rows();
    for (int from = 0; from < decisions.size(); from += PART) {
      List<UUID> some = decisions.subList(from, Math.min(decisions.size(), from + PART));
      HourTotals.remove(
          handle,
          replica,
          handle
              .createQuery(
                  "select decided_at, resolution, refund_currency, refund_amount, discount_percent"
                      + " from decision_search where decision_id in (<ids>)")
              .bindList("ids", some)
              .map(ConstructorMapper.of(HourTotals.Decided.class))
              .list());
      RowTotals.remove(
          handle,
          replica,
          handle
              .createQuery(
                  "select * from journal_chain where decision_id in (<ids>) and number <= :summedUp")
              .bindList("ids", some)
              .bind("summedUp", summedUp)
              .map(EntryTable.CURRENT.mapper())
              .list());
      handle
          .createUpdate("delete from decision_search where decision_id in (<ids>)")
          .bindList("ids", some)
          .execute();
    }
  }

  /** Copies entries of a chain, which is locked. */
  static void add(Handle handle, String replica, Target target, List<Entry> entries) {
    switch (target) {
      case SEARCH -> addToSearch(handle, replica, entries);
      case ROWS -> RowTotals.add(handle, replica, entries);
    }
  }

  private static void addToSearch(Handle handle, String replica, List<Entry> entries) {
    PreparedBatch batch = handle.prepareBatch(INSERT);
    for (Entry entry : entries) {
      DecisionRecord decided = entry.decided();
      batch.add(
          entry.replica(),
          entry.number(),
          decided.decisionId(),
          decided.decidedAt().atOffset(ZoneOffset.UTC),
          decided.disputeId(),
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
          entry.keyId());
    }
    batch.execute();
    HourTotals.add(handle, replica, entries.stream().map(Projection::decided).toList());
  }

  /**
   * Has everything copied again if the last entry that was copied is missing, as after someone
   * emptied the table. Numbers are reset last, so that a kill leaves that entry missing.
   *
   * @return whether it was missing
   */
  public boolean repair() {
    boolean search =
        repair(
            """
            select 1 from projection p
            join journal_chain c on c.replica = p.replica and c.number = p.number
            where not exists (
              select 1 from decision_search s where s.decision_id = c.decision_id)
            or not exists (
              select 1 from decision_hour h where h.replica = c.replica
              and h.hour_start <= c.decided_at and h.hour_start > c.decided_at - interval '1' hour)
            limit 1
            """,
            Target.SEARCH,
            List.of("decision_search", "decision_hour"));
    // A day is that of UTC, and that of the session is at most one away.
    boolean rows =
        repair(
            """
            select 1 from projection p
            join journal_chain c on c.replica = p.replica and c.number = p.rows_number
            where not exists (
              select 1 from rule_set_day d where d.replica = c.replica
              and d.decided_on >= cast(c.decided_at - interval '24' hour as date)
              and d.decided_on <= cast(c.decided_at + interval '24' hour as date))
            limit 1
            """,
            Target.ROWS,
            List.of("row_day", "rule_set_day"));
    return search || rows;
  }

  private boolean repair(String missing, Target target, List<String> tables) {
    boolean found =
        jdbi.withHandle(
            handle -> handle.createQuery(missing).mapTo(Integer.class).findOne().isPresent());
    if (found) {
      jdbi.useTransaction(
          handle -> {
            tables.forEach(table -> handle.execute("truncate table " + table));
            handle.execute("update projection set " + target.column + " = 0");
          });
    }
    return found;
  }
}
