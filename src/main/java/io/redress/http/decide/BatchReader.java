package io.redress.http.decide;

import com.github.luben.zstd.ZstdIOException;
import io.redress.http.decide.BatchLines.Line;
import io.redress.http.problem.ProblemType;
import io.redress.intake.batch.DisputeRecord;
import io.redress.intake.batch.NdjsonInput;
import io.redress.intake.batch.UnreadableInputException;
import io.redress.platform.request.LogField;
import io.redress.platform.request.RequestId;
import io.redress.platform.thread.DaemonThread;
import io.vertx.ext.web.RoutingContext;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a batch and decides them, in a thread of its own. It is a few lines ahead of
 * the answers, so that no more is read than the client takes.
 */
final class BatchReader implements AutoCloseable {
  /** Several batches together fill no more than half of the queue of the journal. */
  private static final int LINES_AHEAD = 128;

  private final BatchDecisions batches;
  private final BatchLines lines;
  private final RoutingContext request;
  private final BlockingQueue<Read> ahead = new ArrayBlockingQueue<>(LINES_AHEAD);
  private final ExecutorService thread = DaemonThread.of("batch");
  private volatile boolean over;
  private volatile @Nullable Lost lost;

  /** What comes next. */
  sealed interface Read permits Next, End, Lost {}

  /** A line that was decided or refused. */
  record Next(Line line) implements Read {}

  /** What follows the last line; the failure says why there are no more. */
  record End(@Nullable Throwable failure) implements Read {}

  /** A line at which this thread hangs for ever. */
  record Lost(long number, Throwable failure) implements Read {}

  BatchReader(BatchDecisions batches, BatchLines lines, RoutingContext request) {
    this.batches = batches;
    this.lines = lines;
    this.request = request;
  }

  void start(InputStream body) {
    String id = RequestId.of(request).value();
    thread.execute(() -> LogField.REQUEST_ID.during(id, () -> read(body)));
  }

  /** What comes next, if it is there already. */
  @Nullable Read poll() {
    return ahead.poll();
  }

  /**
   * What comes next, once it is there.
   *
   * @throws IOException when the client leaves
   */
  Read await() throws IOException {
    try {
      Read next = null;
      while (next == null) {
        if (request.response().closed()) {
          throw new IOException("Client is gone.");
        }
        // Lines that were decided before it hangs come first.
        Lost hangs = lost;
        next = ahead.poll(1, TimeUnit.SECONDS);
        if (next == null) {
          next = hangs;
        }
      }
      return next;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
  }

  @Override
  public void close() {
    over = true;
    thread.shutdownNow();
  }

  private void read(InputStream body) {
    Throwable failure = null;
    BatchEncoding encoding = BatchEncoding.of(request.request());
    try (InputStream decoded = encoding.decoded(body)) {
      NdjsonInput input = new NdjsonInput(decoded);
      for (DisputeRecord line = input.next(); line != null; line = input.next()) {
        if (batches.stopping()) {
          throw ProblemType.UNAVAILABLE.with(
              "The service is stopping. Send the batch again, with the same batch id.");
        }
        pass(new Next(decide(line)));
      }
    } catch (IOException broken) {
      failure = ProblemType.MALFORMED_REQUEST.with(why(broken, encoding));
    } catch (RuntimeException | Error failed) {
      failure = failed;
    }
    pass(new End(failure));
  }

  private Line decide(DisputeRecord line) {
    return lines.decide(line, failure -> lost = new Lost(line.line(), failure));
  }

  private static String why(IOException broken, BatchEncoding encoding) {
    if (broken instanceof UnreadableInputException unreadable) {
      return String.valueOf(unreadable.getMessage());
    }
    boolean damaged =
        broken instanceof ZipException
            || broken instanceof EOFException
            || broken instanceof ZstdIOException;
    return damaged
        ? "The body is not complete "
            + encoding.token()
            + ", as Content-Encoding says, or needs a window of more than 8 MiB. Compress it again,"
            + " or send it uncompressed."
        : "The body is incomplete. Send the batch again.";
  }

  private void pass(Read next) {
    try {
      boolean passed = false;
      while (!over && !passed) {
        passed = ahead.offer(next, 1, TimeUnit.SECONDS);
      }
    } catch (InterruptedException ended) {
      over = true;
      Thread.currentThread().interrupt();
    }
    if (over) {
      throw new CancellationException("the batch is over");
    }
  }
}
