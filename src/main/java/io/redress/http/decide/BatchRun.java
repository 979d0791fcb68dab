package io.redress.http.decide;

import com.github.luben.zstd.ZstdIOException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.redress.http.decide.BatchLines.Decided;
import io.redress.http.decide.BatchLines.Kept;
import io.redress.http.decide.BatchLines.Line;
import io.redress.http.decide.BatchLines.Refused;
import io.redress.http.problem.ProblemType;
import io.redress.http.problem.RouterProblems;
import io.redress.intake.batch.DisputeRecord;
import io.redress.intake.batch.NdjsonInput;
import io.redress.intake.batch.UnreadableInputException;
import io.redress.journal.write.JournalResult;
import io.redress.platform.request.LogField;
import io.redress.platform.request.RequestId;
import io.redress.platform.stream.CutOutput;
import io.redress.platform.thread.DaemonThread;
import io.vertx.ext.web.RoutingContext;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * One batch: a thread reads lines and decides them, the thread of the request waits until they are
 * stored and writes the answers. Few lines are between the two, so that no more is read than the
 * client takes.
 */
final class BatchRun {
  /** Several batches together fill no more than half of the queue of the journal. */
  private static final int LINES_AHEAD = 128;

  private static final String HANGS =
      "The rules never end at line %d, and lines after it were not decided. Correct the rules, or"
          + " send the others without that line.";

  /** What follows the last line; the failure says why there are no more. */
  private record End(@Nullable Throwable failure) {}

  /** A line at which the thread that reads and decides hangs for ever. */
  private record Lost(long number, Throwable failure) {}

  private final BatchDecisions batches;
  private final DecisionService decisions;
  private final RouterProblems problems;
  private final BatchLines lines;
  private final RoutingContext request;
  private final BlockingQueue<Object> ahead = new ArrayBlockingQueue<>(LINES_AHEAD);
  private volatile boolean over;
  private volatile @Nullable Lost lost;
  private boolean begun;
  private long decided;
  private long rejected;

  BatchRun(
      BatchDecisions batches,
      DecisionService decisions,
      RouterProblems problems,
      BatchLines lines,
      RoutingContext request) {
    this.batches = batches;
    this.decisions = decisions;
    this.problems = problems;
    this.lines = lines;
    this.request = request;
  }

  /**
   * Answers all lines.
   *
   * @throws HttpProblem when the first line cannot be read
   * @throws IOException when the client leaves
   */
  void run(InputStream body, BatchEncoding encoding, OutputStream out) throws IOException {
    ExecutorService reader = DaemonThread.of("batch");
    try {
      reader.execute(
          () -> LogField.REQUEST_ID.during(RequestId.of(request).value(), () -> read(body)));
      CutOutput whole = new CutOutput(out);
      try (OutputStream encoded = encoding.encoded(whole)) {
        boolean answered = false;
        try {
          answer(encoded);
          answered = true;
        } finally {
          if (!answered) {
            // Closing would complete it as if it were whole.
            whole.cut();
          }
        }
      }
    } finally {
      over = true;
      reader.shutdownNow();
    }
  }

  // In the thread that reads

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
        pass(decide(line));
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

  private void pass(Object next) {
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

  // In the thread of the request

  private void answer(OutputStream out) throws IOException {
    while (true) {
      Object next = ahead.poll();
      if (next == null) {
        if (begun) {
          out.flush();
        }
        next = waited();
      }
      if (next instanceof End end) {
        end(end.failure(), out);
        return;
      }
      if (next instanceof Lost here) {
        begin(out);
        write(refused(here.number(), here.failure()), out);
        end(ProblemType.INTERNAL.with(HANGS.formatted(here.number())), out);
        return;
      }
      Line line = (Line) next;
      String text;
      try {
        text = text(line);
      } catch (HttpProblem unavailable) {
        end(unavailable, out);
        return;
      }
      begin(out);
      write(text, out);
    }
  }

  private static void write(String text, OutputStream out) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private Object waited() throws IOException {
    try {
      Object next = null;
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

  private void begin(OutputStream out) throws IOException {
    if (!begun) {
      begun = true;
      write(lines.head(), out);
    }
  }

  private void end(@Nullable Throwable failure, OutputStream out) throws IOException {
    if (failure != null) {
      problems.closeSoon(request);
      if (!begun && failure instanceof HttpProblem problem) {
        throw problem;
      }
    }
    begin(out);
    String why = failure == null ? "" : ",\"problem\":" + problems.document(request, failure);
    write("{\"decided\":" + decided + ",\"rejected\":" + rejected + why + "}\n", out);
    out.flush();
  }

  /**
   * The answer to a line.
   *
   * @throws HttpProblem when the journal is unavailable
   */
  private String text(Line line) {
    if (line instanceof Decided one) {
      return decided(one.number(), one.json(), false);
    }
    if (line instanceof Refused refused) {
      return refused(refused.number(), refused.failure());
    }
    Kept one = (Kept) line;
    try {
      JournalResult.Answered answered = decisions.answered(stored(one), one.entry());
      return decided(one.number(), answered.answer(), answered.replayed());
    } catch (RuntimeException failed) {
      if (failed instanceof HttpProblem problem
          && problem.getStatusCode() == ProblemType.UNAVAILABLE.status()) {
        throw failed;
      }
      return refused(one.number(), failed);
    }
  }

  private JournalResult stored(Kept line) {
    try {
      return line.result().get();
    } catch (ExecutionException failed) {
      throw decisions.unavailable();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw decisions.unavailable();
    }
  }

  private String decided(long number, String json, boolean replayed) {
    decided++;
    return "{\"line\":"
        + number
        + (replayed ? ",\"replayed\":true," : ",")
        + json.substring(1)
        + "\n";
  }

  private String refused(long number, Throwable failure) {
    rejected++;
    return "{\"line\":" + number + ",\"problem\":" + problems.document(request, failure) + "}\n";
  }
}
