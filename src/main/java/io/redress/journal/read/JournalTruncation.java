package io.redress.journal.read;

import io.redress.journal.projection.Projection;
import io.redress.journal.read.Chains.DatedHead;
import io.redress.journal.write.EntryTable;
import io.redress.platform.database.Database;
import io.redress.security.audit.Actor;
import io.redress.security.audit.AuditAction;
import io.redress.security.audit.AuditLog;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Truncates chains: deletes their oldest entries. A row with the number and hash of the last
 * deleted entry is never deleted, so that the rest of the chain can still be verified.
 *
 * <p>Several replicas may truncate at the same time; each step is idempotent.
 */
final class JournalTruncation {
  /** Decisions whose rows a statement deletes. */
  private static final int MAX_IDS = 1_000;

  /** The tables with rows that belong to a decision. */
  private static final List<String> BESIDE =
      List.of("idempotency_key", "journal_custom", "decision_outcome");

  private final Database database;
  private final Chains chains;
  private final Instant oldest;
  private final Instant now;
  private final Actor by;

  /**
   * @param oldest entries decided before this instant are deleted
   */
  JournalTruncation(Database database, Instant oldest, Instant now, Actor by) {
    this.database = database;
    this.chains = new Chains(database);
    this.oldest = oldest;
    // As the audit log has it: databases would round, and verification would find a difference.
    this.now = now.truncatedTo(ChronoUnit.MICROS);
    this.by = by;
  }

  /** Deletes the old entries of all chains; returns their number. */
  long run() {
    return chains.replicas().stream().mapToLong(this::truncate).sum();
  }

  private long truncate(String replica) {
    long deleted = 0;
    long number = chains.beginning(replica).number();
    boolean ended = false;
    List<UUID> passedBefore = new ArrayList<>();
    while (!ended) {
      List<DatedHead> batch = chains.after(replica, number);
      List<DatedHead> passed = batch.stream().takeWhile(head -> !isKept(head)).toList();
      Optional<DatedHead> through =
          passed.stream()
              .filter(head -> head.decidedAt().isBefore(oldest))
              .reduce((before, head) -> head);
      long last = through.map(DatedHead::number).orElse(number);
      if (through.isPresent()) {
        List<UUID> ids = new ArrayList<>(passedBefore);
        passed.stream()
            .filter(head -> head.number() <= last)
            .forEach(head -> ids.add(head.decisionId()));
        deleted +=
            database.jdbi().inTransaction(handle -> cut(handle, replica, ids, through.get()));
        passedBefore.clear();
      }
      passed.stream()
          .filter(head -> head.number() > last)
          .forEach(head -> passedBefore.add(head.decisionId()));
      ended = passed.size() < batch.size() || batch.isEmpty();
      number = ended ? number : passed.get(passed.size() - 1).number();
    }
    return deleted;
  }

  /**
   * Whether an entry is too young. One from the future, when a clock was ahead, says nothing about
   * its age: it goes with the old ones that were written after it.
   */
  private boolean isKept(DatedHead head) {
    return !head.decidedAt().isBefore(oldest) && !head.decidedAt().isAfter(now);
  }

  /**
   * Does nothing if another replica has just cut there.
   *
   * @param ids the decisions of all entries to be deleted
   */
  private int cut(Handle handle, String replica, List<UUID> ids, DatedHead through) {
    int cut =
        handle.execute(
            "insert into journal_cut (replica, through, hash, cut_at) values (?, ?, ?, ?)"
                + " on conflict do nothing",
            replica,
            through.number(),
            through.hash(),
            now.atOffset(ZoneOffset.UTC));
    if (cut == 0) {
      return 0;
    }
    Projection.remove(handle, replica, ids);
    for (int from = 0; from < ids.size(); from += MAX_IDS) {
      List<UUID> some = ids.subList(from, Math.min(ids.size(), from + MAX_IDS));
      for (String table : BESIDE) {
        handle
            .createUpdate("delete from " + table + " where decision_id in (<ids>)")
            .bindList("ids", some)
            .execute();
      }
    }
    int deleted = 0;
    for (EntryTable table : EntryTable.values()) {
      deleted +=
          handle.execute(
              "delete from " + table + " where replica = ? and number <= ?",
              replica,
              through.number());
    }
    AuditLog.append(
        handle,
        by,
        AuditAction.JOURNAL_CUT,
        replica,
        now,
        Map.of(
            "through",
            through.number(),
            "hash",
            through.hash(),
            "decisions",
            deleted,
            "decidedBefore",
            oldest.toString()));
    return deleted;
  }
}
