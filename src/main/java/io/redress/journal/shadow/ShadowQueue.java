package io.redress.journal.shadow;

import io.redress.journal.write.NewEntry;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Disputes that wait to be compared. Adding one never waits: what finds no room is dropped, and
 * counted.
 */
final class ShadowQueue {
  static final int MAX_WAITING = 1_024;

  /** Characters of the facts of all that wait; a body has 262,144 bytes at most. */
  static final long MAX_SIZE = 8_000_000;

  private final BlockingQueue<WaitingDispute> queue = new ArrayBlockingQueue<>(MAX_WAITING);
  private final AtomicLong size = new AtomicLong();
  private final LongAdder dropped = new LongAdder();
  private final Runnable whenDropped;
  private volatile boolean open;

  /**
   * @param whenDropped called for each dispute that found no room
   */
  ShadowQueue(Runnable whenDropped) {
    this.whenDropped = whenDropped;
  }

  /** Lets disputes wait from now on. */
  void open() {
    open = true;
  }

  /** Lets no more wait, and drops those that do. */
  void close() {
    open = false;
    while (take(queue.poll()) != null) {
      drop();
    }
  }

  /** Adds a dispute, if there is room for it. */
  void offer(NewEntry entry) {
    if (!open) {
      return;
    }
    WaitingDispute waiting = WaitingDispute.of(entry);
    if (size.addAndGet(waiting.size()) > MAX_SIZE || !queue.offer(waiting)) {
      size.addAndGet(-waiting.size());
      drop();
    }
  }

  private void drop() {
    dropped.increment();
    whenDropped.run();
  }

  /** The next dispute; null if none comes within a time. */
  @Nullable WaitingDispute next(Duration patience) throws InterruptedException {
    return take(queue.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
  }

  private @Nullable WaitingDispute take(@Nullable WaitingDispute next) {
    if (next != null) {
      size.addAndGet(-next.size());
    }
    return next;
  }

  int waiting() {
    return queue.size();
  }

  /** The number dropped since this was asked last. */
  long takeDropped() {
    return dropped.sumThenReset();
  }
}
