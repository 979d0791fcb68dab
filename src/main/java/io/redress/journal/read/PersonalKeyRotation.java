package io.redress.journal.read;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.redress.platform.database.Database;
import io.redress.platform.database.UnreadableSecret;
import io.redress.platform.database.WrappingKeys;
import io.redress.platform.database.WrappingKeys.Wrapped;
import io.redress.platform.request.RedactedException;
import io.redress.platform.thread.DaemonThread;
import io.redress.security.signing.SigningKeys;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Encrypts the keys of personal data, and of certificates, with the current wrapping key, some at a
 * time, so that the service goes on meanwhile. Each part is a transaction: whatever happens, every
 * key is encrypted with one of the configured keys, and the next start continues.
 */
@Singleton
class PersonalKeyRotation {
  private static final Logger LOG = Logger.getLogger("io.redress");
  private static final int BATCH_SIZE = 200;
  private static final long PAUSE_MINUTES = 5;

  private final Database database;
  private final int batchSize;
  private final ScheduledExecutorService thread = DaemonThread.of("key-rotation");

  @Inject
  PersonalKeyRotation(Database database) {
    this(database, BATCH_SIZE);
  }

  PersonalKeyRotation(Database database, int batchSize) {
    this.database = database;
    this.batchSize = batchSize;
  }

  void start(@Observes StartupEvent started) {
    thread.scheduleWithFixedDelay(this::attempt, 0, PAUSE_MINUTES, TimeUnit.MINUTES);
  }

  void stop(@Observes ShutdownEvent ending) {
    thread.shutdownNow();
  }

  /** Again and again: replicas that still have the key before may add to it meanwhile. */
  private void attempt() {
    try {
      long changed = run();
      if (changed > 0) {
        LOG.info(done(changed, database.wrappingKeys().currentId()));
      }
    } catch (RuntimeException | Error failed) {
      LOG.warnf(
          "Keys of personal data cannot be encrypted now; it will be tried again: %s",
          RedactedException.of(failed));
    }
  }

  static String done(long changed, String current) {
    return current.equals(WrappingKeys.PLAIN)
        ? "Decrypted the keys of the personal data of %d disputes.".formatted(changed)
        : "Encrypted the keys of the personal data of %d disputes with key %s."
            .formatted(changed, current);
  }

  /** Encrypts all keys that are not encrypted with the current one; returns their number. */
  long run() {
    database.jdbi().useTransaction(SigningKeys::rewrap);
    long changed = 0;
    for (String operator : List.of("<", ">")) {
      Part part = Part.FIRST;
      do {
        Part last = part;
        part = part(operator, last);
        changed += part.changed;
      } while (!part.over);
    }
    if (changed > 0) {
      database.flush();
    }
    return changed;
  }

  /** Encrypts some keys; the operator says which ones, so that each part is found by an index. */
  Part part(String operator, Part last) {
    return database.jdbi().inTransaction(handle -> next(handle, operator, last));
  }

  /** How far a run has come. Keys that cannot be read are passed by. */
  record Part(String wrappedWith, UUID id, int changed, boolean over) {
    static final Part FIRST = new Part("", new UUID(0, 0), 0, false);
  }

  private record StoredKey(UUID id, byte[] secret, String wrappedWith) {}

  Part next(Handle handle, String operator, Part last) {
    WrappingKeys keys = WrappingKeys.of(handle);
    List<StoredKey> stored =
        handle
            .createQuery(
                "select id, secret, wrapped_with from personal_key where wrapped_with "
                    + operator
                    + " :current and wrapped_with >= :lastKey"
                    + " and (wrapped_with > :lastKey or id > :lastId)"
                    + " order by wrapped_with, id limit :most")
            .bind("current", keys.currentId())
            .bind("lastKey", last.wrappedWith)
            .bind("lastId", last.id)
            .bind("most", batchSize)
            .map(
                (row, context) ->
                    new StoredKey(
                        row.getObject("id", UUID.class),
                        row.getBytes("secret"),
                        row.getString("wrapped_with")))
            .list();
    if (stored.isEmpty()) {
      return new Part(last.wrappedWith, last.id, 0, true);
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "update personal_key set secret = ?, wrapped_with = ? where id = ? and wrapped_with ="
                + " ?");
    stored.forEach(key -> add(batch, key, keys));
    int changed = batch.size() == 0 ? 0 : Arrays.stream(batch.execute()).sum();
    StoredKey end = stored.get(stored.size() - 1);
    return new Part(end.wrappedWith, end.id, changed, false);
  }

  private static void add(PreparedBatch batch, StoredKey key, WrappingKeys keys) {
    try {
      byte[] secret = keys.unwrap(key.id, new Wrapped(key.wrappedWith, key.secret));
      Wrapped current = keys.wrap(key.id, secret);
      batch.add(current.bytes(), current.keyId(), key.id, key.wrappedWith);
    } catch (UnreadableSecret damaged) {
      LOG.warnf("The key %s of personal data stays as it is: %s", key.id, damaged.getMessage());
    }
  }
}
