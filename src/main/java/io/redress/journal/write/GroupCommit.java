package io.redress.journal.write;

import io.redress.platform.request.RedactedException;
import io.redress.platform.thread.OutOfMemory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Commits elements in batches on one thread: elements that arrive while a batch is being written
 * share the next transaction. Callers do not block a thread while they wait.
 *
 * <p>A failure fails the whole batch and all waiting elements. From then on, new elements fail at
 * once until {@link Target#recover} succeeds, which is retried every 250 ms.
 *
 * @param <E> the type of elements
 * @param <R> the type of results
 */
final class GroupCommit<E, R> {
  private static final Logger LOG = Logger.getLogger("io.redress");
  static final int MAX_WAITING = 4_096;
  private static final int MAX_BATCH_SIZE = 256;
  private static final Duration RETRY_PAUSE = Duration.ofMillis(250);

  /** While a batch takes longer than this, new elements fail at once. */
  private static final Duration HANG_THRESHOLD = Duration.ofSeconds(1);

  /** Receives the batches. */
  interface Target<E, R> {
    /** Prepares for the next batch; throws if it cannot be written. */
    void recover();

    /**
     * Commits a batch and returns the results of its elements, in order; throws if it cannot. After
     * an exception the outcome is unknown.
     */
    List<R> commit(List<E> batch);
  }

  private record Waiting<E, R>(E element, CompletableFuture<R> result) {}

  private final BlockingQueue<Waiting<E, R>> queue = new ArrayBlockingQueue<>(MAX_WAITING);
  private final Target<E, R> target;
  private final Duration patience;
  private final Thread thread;

  private volatile @Nullable String outage = "it is not open yet";
  private volatile boolean stopping;
  private volatile boolean writing;
  private volatile long writingSince;

  /**
   * @param patience time after which a caller's future fails; the outcome is then unknown
   */
  GroupCommit(String name, Target<E, R> target, Duration patience) {
    this.target = target;
    this.patience = patience;
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Accepts no more elements, and waits until all accepted ones are written. */
  void stop() throws InterruptedException {
    stopping = true;
    thread.join();
  }

  int waiting() {
    return queue.size();
  }

  /** Why nothing can be committed now; null if it can. */
  @Nullable String outage() {
    if (stopping) {
      return "it is being closed";
    }
    String failed = outage;
    boolean hangs = writing && System.nanoTime() - writingSince > HANG_THRESHOLD.toNanos();
    return failed == null && hangs ? "its database does not answer" : failed;
  }

  /** Queues an element; the future fails with {@link JournalUnavailable}. */
  CompletableFuture<R> add(E element) {
    var waiting = new Waiting<E, R>(element, new CompletableFuture<>());
    String reason = outage();
    if (reason != null) {
      waiting.result.completeExceptionally(unavailable(reason, null));
    } else if (!queue.offer(waiting)) {
      waiting.result.completeExceptionally(unavailable("its queue is full", null));
    } else {
      waiting.result.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
    return waiting.result;
  }

  private static JournalUnavailable unavailable(String reason, @Nullable Throwable cause) {
    return new JournalUnavailable("The journal is unavailable: " + reason + ".", cause);
  }

  private void run() {
    while (!stopping || outage == null && !queue.isEmpty()) {
      if (outage == null) {
        write(next());
      } else {
        recover();
      }
    }
    failWaiting("it is being closed", null);
  }

  private List<Waiting<E, R>> next() {
    List<Waiting<E, R>> batch = new ArrayList<>();
    try {
      Waiting<E, R> first = queue.poll(RETRY_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
      if (first != null) {
        batch.add(first);
        queue.drainTo(batch, MAX_BATCH_SIZE - 1);
      }
    } catch (InterruptedException ended) {
      stopping = true;
    }
    // Callers whose futures have timed out may have sent their elements again.
    batch.removeIf(waiting -> waiting.result.isDone());
    return batch;
  }

  private void write(List<Waiting<E, R>> batch) {
    if (batch.isEmpty()) {
      return;
    }
    writingSince = System.nanoTime();
    writing = true;
    try {
      List<R> results = target.commit(batch.stream().map(Waiting::element).toList());
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).result.complete(results.get(i));
      }
    } catch (RuntimeException | Error failed) {
      OutOfMemory.endIf(failed);
      outage = "its database failed";
      LOG.errorf(
          "The journal is unavailable until its database answers: %s",
          RedactedException.of(failed));
      batch.forEach(waiting -> fail(waiting, "its database failed", failed));
      failWaiting("its database failed", failed);
    } finally {
      writing = false;
    }
  }

  private void recover() {
    try {
      target.recover();
      outage = null;
      LOG.debug("The journal is open.");
    } catch (RuntimeException | Error failed) {
      OutOfMemory.endIf(failed);
      outage = "its database does not answer";
      LOG.debugf("The journal is not open: %s", RedactedException.of(failed));
      pause();
    }
  }

  private void failWaiting(String reason, @Nullable Throwable cause) {
    for (var next = queue.poll(); next != null; next = queue.poll()) {
      fail(next, reason, cause);
    }
  }

  private void fail(Waiting<E, R> waiting, String reason, @Nullable Throwable cause) {
    waiting.result.completeExceptionally(unavailable(reason, cause));
  }

  private void pause() {
    try {
      Thread.sleep(RETRY_PAUSE.toMillis());
    } catch (InterruptedException ended) {
      stopping = true;
    }
  }
}
