package io.redress.journal.read;

import io.redress.platform.database.Database;
import io.redress.security.audit.Actor;
import io.redress.security.audit.AuditAction;
import io.redress.security.audit.AuditLog;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Destroys the keys of personal data; without its key, sealed data can never be read again. */
@Singleton
public class PersonalDataKeys {
  private static final int BATCH_SIZE = 500;

  private final Database database;
  private final Clock clock;

  public PersonalDataKeys(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Destroys the key of a dispute; does nothing if it has none. */
  public PersonalDataDestruction destroy(String disputeId, Actor by) {
    PersonalDataDestruction destroyed =
        database
            .jdbi()
            .inTransaction(
                handle -> {
                  long decisions = decisions(handle, disputeId);
                  boolean gone = delete(handle, disputeId);
                  if (gone) {
                    append(handle, disputeId, by, Map.of("decisions", decisions));
                  }
                  return new PersonalDataDestruction(disputeId, gone, gone ? decisions : 0);
                });
    database.flush();
    return destroyed;
  }

  private void append(Handle handle, String disputeId, Actor by, Map<String, ?> details) {
    AuditLog.append(
        handle, by, AuditAction.PERSONAL_DATA_DESTROYED, disputeId, clock.instant(), details);
  }

  private static long decisions(Handle handle, String disputeId) {
    return handle
        .createQuery(
            "select count(*) from journal_entry e join personal_key k"
                + " on k.id = e.key_id and k.dispute_id = e.dispute_id"
                + " where k.dispute_id = :dispute")
        .bind("dispute", disputeId)
        .mapTo(Long.class)
        .one();
  }

  private static boolean delete(Handle handle, String disputeId) {
    return handle
            .createUpdate("delete from personal_key where dispute_id = :dispute")
            .bind("dispute", disputeId)
            .execute()
        > 0;
  }

  /** Destroys the keys of disputes without decisions since an instant; returns their number. */
  int destroyUnused(Instant since, Actor by) {
    int all = 0;
    int some;
    do {
      some = database.jdbi().inTransaction(handle -> destroyBatch(handle, since, by));
      all += some;
    } while (some > 0);
    return all;
  }

  private int destroyBatch(Handle handle, Instant since, Actor by) {
    List<String> unused =
        handle
            .createQuery(
                """
                select dispute_id from personal_key k where made_at < :since and not exists (
                  select 1 from journal_entry e
                  where e.dispute_id = k.dispute_id and e.key_id = k.id and e.decided_at >= :since)
                limit :most
                """)
            .bind("since", since.atOffset(ZoneOffset.UTC))
            .bind("most", BATCH_SIZE)
            .mapTo(String.class)
            .list();
    unused.stream()
        .filter(dispute -> delete(handle, dispute))
        .forEach(dispute -> append(handle, dispute, by, Map.of("unusedSince", since.toString())));
    return unused.size();
  }
}
