package io.redress.platform.cache;

import static io.redress.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.Patience;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(Patience.SECONDS)
class SingleFlightCacheTest {
  private static final int SIZE = 4;

  private final SingleFlightCache<Integer, String> cache = new SingleFlightCache<>(SIZE);
  private final AtomicInteger loads = new AtomicInteger();
  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    released.countDown();
    threads.shutdownNow();
  }

  @Test
  void aValueIsLoadedOnceAndByTheThreadThatAsks() {
    String thread = Thread.currentThread().getName();
    Function<Integer, String> loader =
        key -> key + " " + loads.incrementAndGet() + " " + Thread.currentThread().getName();
    assertThat(cache.get(7, loader)).isEqualTo("7 1 " + thread);
    assertThat(cache.get(7, loader)).isEqualTo("7 1 " + thread);
  }

  @Test
  void heavyValuesAreKeptOnlyAsLongAsThereIsRoom() {
    SingleFlightCache<Integer, String> byLength = new SingleFlightCache<>(10, String::length);
    for (int i = 0; i < 3; i++) {
      byLength.get(1, key -> "light" + loads.incrementAndGet());
    }
    assertThat(loads).hasValue(1);
    for (int i = 0; i < 3; i++) {
      byLength.get(2, key -> "much too heavy" + loads.incrementAndGet());
    }
    assertThat(loads).hasValue(4);
    assertThat(byLength.get(1, key -> "again")).isEqualTo("light1");
  }

  @Test
  void aLoadHoldsUpNoOtherKey() throws Exception {
    Future<String> slow = threads.submit(() -> cache.get(0, this::slowly));
    started.await();
    for (int key = 1; key < 1_000; key++) {
      assertThat(cache.get(key, other -> "quick " + other)).isEqualTo("quick " + key);
    }
    assertThat(slow.isDone()).isFalse();
    released.countDown();
    assertThat(slow.get()).isEqualTo("slow 0");
  }

  @Test
  void whoAsksForAKeyThatIsBeingLoadedWaitsForThatLoad() throws Exception {
    List<Future<String>> all = new ArrayList<>();
    all.add(threads.submit(() -> cache.get(0, this::slowly)));
    started.await();
    AtomicInteger asking = new AtomicInteger();
    for (int i = 0; i < 8; i++) {
      all.add(
          threads.submit(
              () -> {
                asking.incrementAndGet();
                return cache.get(0, key -> "again");
              }));
    }
    await().until(() -> asking.get() == 8);
    assertThat(all).noneMatch(Future::isDone);
    released.countDown();
    for (Future<String> one : all) {
      assertThat(one.get()).isEqualTo("slow 0");
    }
    assertThat(loads).hasValue(1);
  }

  @Test
  void failuresReachAllWhoWaitAndAreNotKept() throws Exception {
    IllegalStateException failure = new IllegalStateException("database is gone");
    Function<Integer, String> failing =
        key -> {
          slowly(key);
          throw failure;
        };
    Future<String> first = threads.submit(() -> cache.get(0, failing));
    started.await();
    Future<String> second = threads.submit(() -> cache.get(0, failing));
    released.countDown();
    assertThatThrownBy(first::get).hasCause(failure);
    assertThatThrownBy(second::get).hasCause(failure);
    assertThat(cache.get(0, key -> "mended")).isEqualTo("mended");
  }

  @Test
  void failuresAreNotLogged() {
    List<String> logged = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            logged.add(line.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger caffeine = Logger.getLogger("com.github.benmanes.caffeine");
    caffeine.addHandler(handler);
    try {
      assertThatThrownBy(
              () ->
                  cache.get(
                      0,
                      key -> {
                        throw new IllegalStateException("what was sent");
                      }))
          .hasMessage("what was sent");
    } finally {
      caffeine.removeHandler(handler);
    }
    assertThat(logged).isEmpty();
  }

  @Test
  void whatWasInvalidatedIsLoadedAgainAndWhatWasPutIsNot() {
    cache.put(1, "put");
    assertThat(cache.get(1, key -> "loaded")).isEqualTo("put");
    cache.invalidate(1);
    assertThat(cache.get(1, key -> "loaded")).isEqualTo("loaded");
  }

  @Test
  void noMoreAreKeptThanItsSize() {
    for (int key = 0; key < 100; key++) {
      cache.get(key, other -> "first");
    }
    int kept = 0;
    for (int key = 99; key >= 0; key--) {
      kept += cache.get(key, other -> "second").equals("first") ? 1 : 0;
    }
    assertThat(kept).isBetween(1, SIZE);
  }

  private String slowly(Integer key) {
    loads.incrementAndGet();
    started.countDown();
    try {
      assertThat(released.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return "slow " + key;
  }
}
