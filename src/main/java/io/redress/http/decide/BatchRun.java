package io.redress.http.decide;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.redress.http.decide.BatchLines.Decided;
import io.redress.http.decide.BatchLines.Kept;
import io.redress.http.decide.BatchLines.Line;
import io.redress.http.decide.BatchLines.Refused;
import io.redress.http.decide.BatchReader.End;
import io.redress.http.decide.BatchReader.Lost;
import io.redress.http.decide.BatchReader.Next;
import io.redress.http.decide.BatchReader.Read;
import io.redress.http.problem.ProblemType;
import io.redress.http.problem.RouterProblems;
import io.redress.journal.write.JournalResult;
import io.redress.platform.stream.CutOutput;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One batch: a {@link BatchReader} decides its lines, the thread of the request waits until they
 * are stored and writes the answers.
 */
final class BatchRun {
  private static final String HANGS =
      "The rules never end at line %d, and lines after it were not decided. Correct the rules, or"
          + " send the others without that line.";

  private final BatchDecisions batches;
  private final DecisionService decisions;
  private final RouterProblems problems;
  private final BatchLines lines;
  private final RoutingContext request;
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
    try (BatchReader reader = new BatchReader(batches, lines, request)) {
      reader.start(body);
      CutOutput whole = new CutOutput(out);
      try (OutputStream encoded = encoding.encoded(whole)) {
        boolean answered = false;
        try {
          answer(reader, encoded);
          answered = true;
        } finally {
          if (!answered) {
            // Closing would complete it as if it were whole.
            whole.cut();
          }
        }
      }
    }
  }

  private void answer(BatchReader reader, OutputStream out) throws IOException {
    while (true) {
      Read next = reader.poll();
      if (next == null) {
        if (begun) {
          out.flush();
        }
        next = reader.await();
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
      String text;
      try {
        text = text(((Next) next).line());
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
