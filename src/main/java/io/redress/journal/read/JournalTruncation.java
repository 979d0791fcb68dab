package io.redress.journal.read;

import io.redress.journal.write.ChainHead;
import io.redress.journal.write.Entry;
import io.redress.platform.database.Database;
import io.redress.security.audit.Actor;
import io.redress.security.audit.AuditAction;
import io.redress.security.audit.AuditLog;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Truncates chains: deletes their oldest entries. A row with the number and hash of the last
 * deleted entry is never deleted, so that the rest of the chain can still be verified.
 *
 * <p>Several replicas may truncate at the same time; each step is idempotent.
 */
final class JournalTruncation {
  private static final int BATCH_SIZE = 1_000;

  private final Database database;
  private final Chains chains;

  JournalTruncation(Database database) {
    this.database = database;
    this.chains = new Chains(database);
  }

  /** Deletes entries decided before an instant; returns their number. */
  long before(Instant oldest, Instant now, Actor by) {
    return chains.replicas().stream().mapToLong(replica -> before(replica, oldest, now, by)).sum();
  }

  private long before(String replica, Instant oldest, Instant now, Actor by) {
    long last =
        chains
            .firstSince(replica, oldest)
            .map(first -> first - 1)
            .or(() -> chains.last(replica).map(Entry::number))
            .orElse(0L);
    long deleted = deleteRemaining(replica);
    for (long from = chains.beginning(replica).number(); from < last; from += BATCH_SIZE) {
      Optional<Entry> through = chains.entry(replica, Math.min(last, from + BATCH_SIZE));
      if (through.isEmpty()) {
        return deleted;
      }
      ChainHead end = ChainHead.empty(replica).after(through.get());
      deleted += database.jdbi().inTransaction(handle -> truncate(handle, end, now, by));
    }
    return deleted;
  }

  /** Deletes entries that an interrupted truncation has left. */
  private long deleteRemaining(String replica) {
    long through = chains.beginning(replica).number();
    return database.jdbi().inTransaction(handle -> delete(handle, replica, through));
  }

  private static long truncate(Handle handle, ChainHead end, Instant now, Actor by) {
    handle.execute(
        "insert into journal_cut (replica, through, hash, cut_at) values (?, ?, ?, ?)"
            + " on conflict do nothing",
        end.replica(),
        end.number(),
        end.hash(),
        now.atOffset(ZoneOffset.UTC));
    long deleted = delete(handle, end.replica(), end.number());
    AuditLog.append(
        handle,
        by,
        AuditAction.JOURNAL_CUT,
        end.replica(),
        now,
        Map.of("through", end.number(), "decisions", deleted));
    return deleted;
  }

  private static long delete(Handle handle, String replica, long through) {
    handle.execute(
        "delete from idempotency_key where decision_id in ("
            + "select decision_id from journal_entry where replica = ? and number <= ?)",
        replica,
        through);
    return handle.execute(
        "delete from journal_entry where replica = ? and number <= ?", replica, through);
  }
}
