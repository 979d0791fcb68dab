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
 * Cuts entries off the beginning of chains. A row that says up to which entry, and what its hash
 * was, stays for good, so that the rest of the chain can still be proved.
 *
 * <p>Several replicas may do so at the same time: what one of them did, the next one finds done.
 */
final class JournalTruncation {
  private static final int TOGETHER = 1_000;

  private final Database database;
  private final Chains chains;

  JournalTruncation(Database database) {
    this.database = database;
    this.chains = new Chains(database);
  }

  /** Cuts off what was decided before then; returns how many entries. */
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
    long cut = remains(replica);
    for (long from = chains.beginning(replica).number(); from < last; from += TOGETHER) {
      Optional<Entry> through = chains.entry(replica, Math.min(last, from + TOGETHER));
      if (through.isEmpty()) {
        return cut;
      }
      ChainHead end = ChainHead.empty(replica).after(through.get());
      cut += database.jdbi().inTransaction(handle -> cut(handle, end, now, by));
    }
    return cut;
  }

  /** Takes away what was to go when this was broken off. */
  private long remains(String replica) {
    long through = chains.beginning(replica).number();
    return database.jdbi().inTransaction(handle -> delete(handle, replica, through));
  }

  private static long cut(Handle handle, ChainHead end, Instant now, Actor by) {
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
