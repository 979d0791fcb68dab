package io.redress.journal.read;

import io.redress.journal.projection.Projection;
import io.redress.platform.database.Database;
import io.redress.security.audit.Actor;
import io.redress.security.audit.AuditAction;
import io.redress.security.audit.AuditLog;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Destroys the keys of personal data; without its key, sealed data can never be read again. */
@Singleton
public class PersonalDataKeys {
  private static final int BATCH_SIZE = 500;

  /** Searches have all but the newest entries, unless they are being filled again. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Database database;
  private final Projection projection;
  private final Clock clock;

  public PersonalDataKeys(Database database, Clock clock) {
    this.database = database;
    this.projection = new Projection(database);
    this.clock = clock;
  }

  /** Destroys the key of a dispute; does nothing if it has none. */
  public PersonalDataDestruction destroy(String disputeId, Actor by) {
    projection.catchUp(PATIENCE);
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
    return SearchTable.all(handle).stream()
        .mapToLong(
            table ->
                handle
                    .createQuery(
                        "select count(*) from "
                            + table
                            + " e join personal_key k"
                            + " on k.id = e.key_id and k.dispute_id = e.dispute_id"
                            + " where k.dispute_id = :dispute")
                    .bind("dispute", disputeId)
                    .mapTo(Long.class)
                    .one())
        .sum();
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
    if (!projection.catchUp(PATIENCE)) {
      throw new IllegalStateException("the search tables of the journal are still being filled");
    }
    int destroyed = 0;
    DatedKey last = DatedKey.FIRST;
    List<DatedKey> batch = batch(last, since);
    while (!batch.isEmpty()) {
      List<DatedKey> old = batch;
      destroyed += database.jdbi().inTransaction(handle -> destroyUnused(handle, old, since, by));
      last = batch.get(batch.size() - 1);
      batch = batch(last, since);
    }
    return destroyed;
  }

  /**
   * A key with the time it was generated; both together are the order in which keys are visited.
   */
  record DatedKey(Instant madeAt, UUID id, String disputeId) {
    static final DatedKey FIRST = new DatedKey(Instant.EPOCH, new UUID(0, 0), "");
  }

  /** The keys generated before an instant that follow another one. */
  private List<DatedKey> batch(DatedKey last, Instant since) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select made_at, id, dispute_id from personal_key
                        where made_at >= :lastMade and made_at < :since
                          and (made_at > :lastMade or id > :lastId)
                        order by made_at, id limit :most
                        """)
                    .bind("lastMade", last.madeAt().atOffset(ZoneOffset.UTC))
                    .bind("lastId", last.id())
                    .bind("since", since.atOffset(ZoneOffset.UTC))
                    .bind("most", BATCH_SIZE)
                    .map(ConstructorMapper.of(DatedKey.class))
                    .list());
  }

  private int destroyUnused(Handle handle, List<DatedKey> keys, Instant since, Actor by) {
    List<String> unused = new ArrayList<>(keys.stream().map(DatedKey::disputeId).toList());
    for (String table : SearchTable.all(handle)) {
      unused.removeAll(
          handle
              .createQuery(
                  "select dispute_id from personal_key k where id in (<ids>) and"
                      + " (select max(e.decided_at) from "
                      + table
                      + " e where e.dispute_id = k.dispute_id and e.key_id = k.id) >= :since")
              .bindList("ids", keys.stream().map(DatedKey::id).toList())
              .bind("since", since.atOffset(ZoneOffset.UTC))
              .mapTo(String.class)
              .set());
    }
    // Entries that were stored since searches had caught up.
    Set<UUID> justUsed = Projection.keysBehind(handle);
    keys.stream()
        .filter(key -> justUsed.contains(key.id()))
        .forEach(key -> unused.remove(key.disputeId()));
    unused.stream()
        .filter(dispute -> delete(handle, dispute))
        .forEach(dispute -> append(handle, dispute, by, Map.of("unusedSince", since.toString())));
    return unused.size();
  }
}
