package io.redress.journal.write;

import io.redress.platform.request.RedactedException;
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
 * Has whatever arrives together share one transaction, on a thread of its own: while one batch is
 * being written, the next one gathers. Nobody who waits holds a thread.
 *
 * <p>Whatever goes wrong fails the whole batch and all who wait; from then on, everything is
 * refused at once until {@link Target#recover} succeeds, which is tried again and again.
 *
 * @param <E> what is to be kept
 * @param <R> what became of it
 */
final class GroupCommit<E, R> {
  private static final Logger LOG = Logger.getLogger("io.redress");
  static final int MOST_WAITING = 4_096;
  private static final int MOST_TOGETHER = 256;
  private static final Duration PAUSE = Duration.ofMillis(250);

  /** A batch that takes longer hangs, most likely, and so would whatever came after it. */
  private static final Duration HANGING = Duration.ofSeconds(1);

  /** Where batches go. */
  interface Target<E, R> {
    /** Makes sure that the next batch can be written. */
    void recover();

    /** Keeps all of a batch, or throws and keeps, as far as anybody knows, nothing. */
    List<R> commit(List<E> batch);
  }

  private record Waiting<E, R>(E element, CompletableFuture<R> result) {}

  private final BlockingQueue<Waiting<E, R>> queue = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Target<E, R> target;
  private final Duration patience;
  private final Thread thread;

  private volatile @Nullable String trouble = "it is not open yet";
  private volatile boolean stopping;
  private volatile boolean writing;
  private volatile long writingSince;

  /**
   * @param patience how long somebody waits before he is told that it is not known what became of
   *     his
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

  /** Takes nothing any more, and waits until all that was taken is written. */
  void stop() throws InterruptedException {
    stopping = true;
    thread.join();
  }

  int waiting() {
    return queue.size();
  }

  /** Why nothing can be kept now; null when all is well. */
  @Nullable String trouble() {
    if (stopping) {
      return "it is being closed";
    }
    String failed = trouble;
    boolean hangs = writing && System.nanoTime() - writingSince > HANGING.toNanos();
    return failed == null && hangs ? "its database does not answer" : failed;
  }

  /** Ends with what became of the element, or with {@link JournalUnavailable}. */
  CompletableFuture<R> add(E element) {
    var waiting = new Waiting<E, R>(element, new CompletableFuture<>());
    String reason = trouble();
    if (reason != null) {
      waiting.result.completeExceptionally(unavailable(reason, null));
    } else if (!queue.offer(waiting)) {
      waiting.result.completeExceptionally(unavailable("too many wait for it", null));
    } else {
      waiting.result.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
    return waiting.result;
  }

  private static JournalUnavailable unavailable(String reason, @Nullable Throwable cause) {
    return new JournalUnavailable("The journal keeps nothing now: " + reason + ".", cause);
  }

  private void run() {
    while (!stopping || trouble == null && !queue.isEmpty()) {
      if (trouble == null) {
        write(next());
      } else {
        recover();
      }
    }
    refuseWaiting("it is being closed", null);
  }

  private List<Waiting<E, R>> next() {
    List<Waiting<E, R>> batch = new ArrayList<>();
    try {
      Waiting<E, R> first = queue.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
      if (first != null) {
        batch.add(first);
        queue.drainTo(batch, MOST_TOGETHER - 1);
      }
    } catch (InterruptedException ended) {
      stopping = true;
    }
    // Who was told already that it took too long may have sent his again.
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
      trouble = "its database failed";
      LOG.errorf(
          "The journal keeps nothing until its database answers: %s", RedactedException.of(failed));
      batch.forEach(waiting -> refuse(waiting, "its database failed", failed));
      refuseWaiting("its database failed", failed);
    } finally {
      writing = false;
    }
  }

  private void recover() {
    try {
      target.recover();
      trouble = null;
      LOG.debug("The journal is open.");
    } catch (RuntimeException | Error failed) {
      trouble = "its database does not answer";
      LOG.debugf("The journal is not open: %s", RedactedException.of(failed));
      pause();
    }
  }

  private void refuseWaiting(String reason, @Nullable Throwable cause) {
    for (var next = queue.poll(); next != null; next = queue.poll()) {
      refuse(next, reason, cause);
    }
  }

  private void refuse(Waiting<E, R> waiting, String reason, @Nullable Throwable cause) {
    waiting.result.completeExceptionally(unavailable(reason, cause));
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException ended) {
      stopping = true;
    }
  }
}
