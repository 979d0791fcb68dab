package io.redress.platform.cache;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * A bounded cache that loads each key once, however many threads ask for it at the same time.
 *
 * <p>The first thread that asks loads, with its own log fields and class loader; those that ask for
 * the same key meanwhile wait for it, and get the same value or failure. Other keys are never held
 * up, which a loader inside Caffeine's {@code Cache.get} would do to keys of the same hash bin.
 * Failures are not kept.
 */
public final class SingleFlightCache<K extends Object, V extends Object> {
  private final AsyncCache<K, V> values;

  /** Caffeine logs failures, which may quote what was sent, unless they are cancellations. */
  private static final class FailedLoad extends CancellationException {
    private static final long serialVersionUID = 1;

    FailedLoad(Throwable cause) {
      initCause(cause);
    }
  }

  /**
   * @param maximumSize values kept; those used least go first
   */
  public SingleFlightCache(int maximumSize) {
    this.values =
        Caffeine.newBuilder().maximumSize(maximumSize).executor(Runnable::run).buildAsync();
  }

  /**
   * @param maximumWeight of the values kept together; one that alone is heavier is never kept
   */
  public SingleFlightCache(long maximumWeight, ToIntFunction<? super V> weight) {
    this.values =
        Caffeine.newBuilder()
            .maximumWeight(maximumWeight)
            .weigher((K key, V value) -> weight.applyAsInt(value))
            .executor(Runnable::run)
            .buildAsync();
  }

  /** The value kept for a key, else the one that the loader returns for it. */
  public V get(K key, Function<? super K, ? extends V> loader) {
    CompletableFuture<V> loading = new CompletableFuture<>();
    CompletableFuture<V> known = values.asMap().putIfAbsent(key, loading);
    if (known != null) {
      return join(known);
    }
    try {
      loading.complete(loader.apply(key));
    } catch (RuntimeException | Error failure) {
      loading.completeExceptionally(new FailedLoad(failure));
      throw failure;
    }
    return loading.join();
  }

  public void put(K key, V value) {
    values.synchronous().put(key, value);
  }

  /** Forgets a key, so that it is loaded again when it is asked for. */
  public void invalidate(K key) {
    values.synchronous().invalidate(key);
  }

  private static <V extends Object> V join(CompletableFuture<V> known) {
    try {
      return known.join();
    } catch (FailedLoad failed) {
      if (failed.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw failed;
    }
  }
}
