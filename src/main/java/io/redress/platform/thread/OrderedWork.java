package io.redress.platform.thread;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does work on several things at once, and passes on the results in the order of the things. Only a
 * few are in memory: no more is read before results were passed on.
 */
public final class OrderedWork {
  /** Things that one task works on, so that handing over costs little. */
  private static final int CHUNK = 64;

  private static final int CHUNKS_AHEAD = 2;

  private OrderedWork() {}

  /** Where things come from. */
  public interface Source<T> {
    /** Returns the next; null at the end. */
    @Nullable T next() throws IOException;
  }

  /** Where results go. */
  public interface Target<R> {
    void accept(R result) throws IOException;
  }

  /**
   * @param threads how many things are worked on at once
   * @throws IOException of the source or the target
   */
  public static <T, R> void run(
      Source<T> source, int threads, Function<T, R> work, Target<List<R>> target)
      throws IOException {
    ExecutorService workers = Executors.newFixedThreadPool(threads, OrderedWork::worker);
    try {
      Deque<Future<List<R>>> pending = new ArrayDeque<>();
      Chunks<T> chunks = new Chunks<>(source);
      for (List<T> chunk = chunks.next(); !chunk.isEmpty(); chunk = chunks.next()) {
        List<T> things = chunk;
        pending.add(workers.submit(() -> things.stream().map(work).toList()));
        if (pending.size() > threads * CHUNKS_AHEAD) {
          target.accept(result(pending.remove()));
        }
      }
      while (!pending.isEmpty()) {
        target.accept(result(pending.remove()));
      }
      chunks.end();
    } finally {
      workers.shutdownNow();
    }
  }

  private static Thread worker(Runnable task) {
    Thread thread = new Thread(task, "redress-work");
    thread.setDaemon(true);
    return thread;
  }

  private static <R> R result(Future<R> pending) {
    try {
      return pending.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(failed.getCause());
    }
  }

  /** What was read before a source failed is worked on first. */
  private static final class Chunks<T> {
    private final Source<T> source;
    private boolean ended;
    private @Nullable IOException failure;

    Chunks(Source<T> source) {
      this.source = source;
    }

    List<T> next() {
      List<T> chunk = new ArrayList<>(CHUNK);
      try {
        while (!ended && chunk.size() < CHUNK) {
          T next = source.next();
          if (next == null) {
            ended = true;
          } else {
            chunk.add(next);
          }
        }
      } catch (IOException failed) {
        failure = failed;
        ended = true;
      }
      return chunk;
    }

    void end() throws IOException {
      if (failure != null) {
        throw failure;
      }
    }
  }
}
