package io.redress.security.access;

import io.redress.platform.database.DatabaseUnavailable;
import jakarta.annotation.PreDestroy;
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
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * The keys that open something now, in memory, so that no request waits for the database.
 *
 * <p>Whatever is made or revoked, here or by another process, is known within {@link
 * #REFRESH_INTERVAL}. While the database does not answer, the keys known last go on for {@link
 * #MAX_STALENESS}.
 */
@Singleton
public class KeyCache {
  /** A revoked key works that much longer, at most, and the time of a query. */
  public static final Duration REFRESH_INTERVAL = Duration.ofSeconds(2);

  /** Long enough for a database to restart, short for a key that was revoked meanwhile. */
  static final Duration MAX_STALENESS = Duration.ofMinutes(5);

  /** Who tries keys that there are not makes the database work so often, and no oftener. */
  private static final Duration MIN_REFRESH_INTERVAL = Duration.ofMillis(100);

  private static final Logger LOG = Logger.getLogger("io.redress");

  private final Provider<KeyStore> store;
  private final Clock clock;
  private final ProtectionMarkerFile mark;
  private final Set<String> used = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(KeyCache::thread);

  private volatile @Nullable Known known;
  private volatile boolean failed;
  private long lookedAt;

  /**
   * @param store asked for only when it is looked at: the database may be down at the start
   * @param data the folder of what this machine keeps itself
   */
  public KeyCache(
      Provider<KeyStore> store, Clock clock, @ConfigProperty(name = "redress.data.dir") Path data) {
    this.store = store;
    this.clock = clock;
    this.mark = new ProtectionMarkerFile(data);
  }

  /** As the database had it at a time of {@link System#nanoTime()}. */
  private record Known(Map<String, StoredKeyHash> hashes, boolean anyKeyCreated, long at) {
    boolean trusted() {
      return System.nanoTime() - at < MAX_STALENESS.toNanos();
    }
  }

  /** Looks now, and from then on by itself. */
  public void start() {
    refresh();
    long millis = REFRESH_INTERVAL.toMillis();
    looking.scheduleWithFixedDelay(this::refresh, millis, millis, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    looking.shutdownNow();
  }

  /** Whether the database has told all keys since the start. */
  public boolean read() {
    return known != null;
  }

  /** Whether any key was ever made; empty when neither the database nor this machine knows. */
  public Optional<Boolean> anyKeyCreated() {
    Known now = known;
    return now == null ? mark.read() : Optional.of(now.anyKeyCreated());
  }

  /** The key that a token belongs to, if that is in memory; never waits. */
  public Optional<ApiKey> known(String token) {
    return KeyToken.read(token).flatMap(this::known);
  }

  /**
   * The key that a token belongs to; may wait for the database.
   *
   * @throws KeysUnavailable when the database does not say
   */
  public Optional<ApiKey> find(String token) {
    Optional<KeyToken> read = KeyToken.read(token);
    if (read.isPresent() && !remembered(read.get())) {
      refreshUnlessRecent();
      if (failed && !remembered(read.get())) {
        throw new KeysUnavailable();
      }
    }
    return read.flatMap(this::known);
  }

  private Optional<ApiKey> known(KeyToken token) {
    Known now = known;
    if (now == null || !now.trusted()) {
      return Optional.empty();
    }
    Optional<ApiKey> key =
        Optional.ofNullable(now.hashes().get(token.id()))
            .filter(hash -> hash.fits(token))
            .map(StoredKeyHash::key)
            .filter(one -> one.validAt(clock.instant()));
    key.map(ApiKey::id).ifPresent(used::add);
    return key;
  }

  private boolean remembered(KeyToken token) {
    Known now = known;
    return now != null && now.trusted() && now.hashes().containsKey(token.id());
  }

  /** Those who waited for somebody else's refresh need none of their own. */
  private synchronized void refreshUnlessRecent() {
    if (System.nanoTime() - lookedAt >= MIN_REFRESH_INTERVAL.toNanos()) {
      refresh();
    }
  }

  /** Reads all keys anew; called at once where one was made or revoked. */
  public synchronized void refresh() {
    try {
      KeyStore keys = store.get();
      long at = System.nanoTime();
      Map<String, StoredKeyHash> hashes =
          keys.hashes().stream()
              .collect(Collectors.toMap(one -> one.key().id(), Function.identity()));
      known = new Known(hashes, !hashes.isEmpty() || keys.count() > 0, at);
      if (known.anyKeyCreated()) {
        mark.leave();
      }
      failed = false;
      noteUse(keys);
    } catch (DatabaseUnavailable | JdbiException unknown) {
      if (!failed) {
        LOG.warnf("Keys can not be looked up, tried again: %s", unknown.getMessage());
      }
      failed = true;
    } finally {
      lookedAt = System.nanoTime();
    }
  }

  private void noteUse(KeyStore keys) {
    Set<String> since = new HashSet<>(used);
    used.removeAll(since);
    if (!since.isEmpty()) {
      keys.used(since);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "redress-keys");
    thread.setDaemon(true);
    return thread;
  }
}
