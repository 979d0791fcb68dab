package io.redress.security.access;

import io.quarkus.runtime.ShutdownEvent;
import io.redress.platform.database.DatabaseUnavailable;
import io.redress.platform.thread.DaemonThread;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Valid keys in memory, so that requests do not wait for the database.
 *
 * <p>Keys created or revoked by any process take effect within {@link #REFRESH_INTERVAL}. While the
 * database does not answer, the last known keys stay valid for {@link #MAX_STALENESS}.
 */
@Singleton
public class KeyCache {
  /**
   * Interval between refreshes. A revoked key works for at most this time and that of one query,
   * together less than the two seconds that are promised.
   */
  public static final Duration REFRESH_INTERVAL = Duration.ofSeconds(1);

  /** Long enough for a database restart, short enough for a key revoked meanwhile. */
  static final Duration MAX_STALENESS = Duration.ofMinutes(5);

  /** Requests with unknown keys cause at most one refresh in this time. */
  private static final Duration MIN_REFRESH_INTERVAL = Duration.ofMillis(100);

  private static final Logger LOG = Logger.getLogger("io.redress");

  private final Provider<KeyStore> store;
  private final Clock clock;
  private final ProtectionMarkerFile marker;
  private final Set<String> used = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService scheduler = DaemonThread.of("keys");

  private volatile @Nullable Snapshot snapshot;
  private volatile boolean failed;
  private long refreshedAt;

  /**
   * @param store resolved at the first refresh, since the database may be down at the start
   * @param data the local data folder
   */
  public KeyCache(
      Provider<KeyStore> store, Clock clock, @ConfigProperty(name = "redress.data.dir") Path data) {
    this.store = store;
    this.clock = clock;
    this.marker = new ProtectionMarkerFile(data);
  }

  /** The keys in the database at a time of {@link System#nanoTime()}. */
  private record Snapshot(Map<String, StoredKeyHash> hashes, boolean anyKeyCreated, long at) {
    boolean fresh() {
      return System.nanoTime() - at < MAX_STALENESS.toNanos();
    }
  }

  /** Refreshes now and then at each {@link #REFRESH_INTERVAL}. */
  public void start() {
    refresh();
    long millis = REFRESH_INTERVAL.toMillis();
    scheduler.scheduleWithFixedDelay(this::refreshAndGoOn, millis, millis, TimeUnit.MILLISECONDS);
  }

  /** An exception, such as for lack of memory, would end the schedule without a word. */
  private void refreshAndGoOn() {
    try {
      refresh();
    } catch (RuntimeException | Error failed) {
      LOG.warnf("Keys cannot be refreshed; retrying every second: %s", failed.getClass().getName());
    }
  }

  /** Before the database closes, and without an interrupt, which would close its file. */
  void stop(@Observes ShutdownEvent ending) {
    scheduler.shutdown();
  }

  /** Whether the keys were read from the database since the start. */
  public boolean loaded() {
    return snapshot != null;
  }

  /** Whether any key was ever created; empty when neither the database nor this machine knows. */
  public Optional<Boolean> anyKeyCreated() {
    Snapshot current = snapshot;
    return current == null ? marker.read() : Optional.of(current.anyKeyCreated());
  }

  /** Returns the valid key of a token, if it is in memory; never blocks. */
  public Optional<ApiKey> known(String token) {
    return KeyToken.read(token).flatMap(this::known);
  }

  /**
   * Returns the valid key of a token; may block to refresh from the database.
   *
   * @throws KeysUnavailable when the key is unknown and the database does not answer
   */
  public Optional<ApiKey> find(String token) {
    Optional<KeyToken> read = KeyToken.read(token);
    if (read.isPresent() && !isCached(read.get())) {
      refreshUnlessRecent();
      if (failed && !isCached(read.get())) {
        throw new KeysUnavailable();
      }
    }
    return read.flatMap(this::known);
  }

  private Optional<ApiKey> known(KeyToken token) {
    Snapshot current = snapshot;
    if (current == null || !current.fresh()) {
      return Optional.empty();
    }
    Optional<ApiKey> key =
        Optional.ofNullable(current.hashes().get(token.id()))
            .filter(hash -> hash.matches(token))
            .map(StoredKeyHash::key)
            .filter(one -> one.validAt(clock.instant()));
    key.map(ApiKey::id).ifPresent(used::add);
    return key;
  }

  private boolean isCached(KeyToken token) {
    Snapshot current = snapshot;
    return current != null && current.fresh() && current.hashes().containsKey(token.id());
  }

  /** Skips the refresh when another thread has just done one. */
  private synchronized void refreshUnlessRecent() {
    if (System.nanoTime() - refreshedAt >= MIN_REFRESH_INTERVAL.toNanos()) {
      refresh();
    }
  }

  /** Reads all keys from the database; called after one is created or revoked. */
  public synchronized void refresh() {
    try {
      KeyStore keys = store.get();
      long at = System.nanoTime();
      Map<String, StoredKeyHash> hashes =
          keys.hashes().stream()
              .collect(Collectors.toMap(one -> one.key().id(), Function.identity()));
      snapshot = new Snapshot(hashes, !hashes.isEmpty() || keys.count() > 0, at);
      if (snapshot.anyKeyCreated()) {
        marker.create();
      }
      failed = false;
      recordUse(keys);
    } catch (DatabaseUnavailable | JdbiException unknown) {
      if (!failed) {
        LOG.warnf("Keys cannot be refreshed; retrying every second: %s", unknown.getMessage());
      }
      failed = true;
    } finally {
      refreshedAt = System.nanoTime();
    }
  }

  private void recordUse(KeyStore keys) {
    Set<String> since = new HashSet<>(used);
    used.removeAll(since);
    if (!since.isEmpty()) {
      keys.recordUse(since);
    }
  }
}
