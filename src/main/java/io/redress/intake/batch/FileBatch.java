package io.redress.intake.batch;

import static java.util.Objects.requireNonNull;

import io.redress.domain.dispute.FlatFacts;
import io.redress.rules.ruleset.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Decides a file of disputes into another file. A run that was killed goes on where it was: a
 * checkpoint, written every second, says which part of the output is whole. The output has its name
 * only when all of it is there.
 */
public final class FileBatch {
  private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(1);

  private final RuleSet rules;
  private final BatchOptions options;
  private final Path output;
  private final BatchFormat outputFormat;
  private final Path part;
  private final Path progress;

  /**
   * @param options with a file for the output
   */
  public FileBatch(RuleSet rules, BatchOptions options) {
    this.rules = rules;
    this.options = options;
    this.output = requireNonNull(options.output());
    this.outputFormat = BatchFormat.of(output);
    this.part = beside(output, ".part");
    this.progress = beside(output, ".progress");
  }

  private static Path beside(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  /** The file of the disputes that were not decided: NDJSON, with the reasons. */
  public Path rejectedFile() {
    return beside(output, ".rejected.ndjson");
  }

  /** Whether a run into this output was stopped before its end. */
  public boolean wasStopped() {
    return Files.exists(progress);
  }

  /**
   * Decides the disputes.
   *
   * @param in the input file from its beginning
   * @param watcher is called from time to time with what is done
   * @throws UnreadableInputException when the input cannot be read, or from some line on; what
   *     comes before that is in the part file
   */
  public BatchTotals run(InputStream in, Consumer<BatchTotals> watcher) throws IOException {
    String settings = settings();
    Checkpoint from =
        options.resume()
            ? Checkpoint.read(progress).orElseGet(() -> Checkpoint.begin(settings, options.now()))
            : Checkpoint.begin(settings, options.now());
    if (!from.settings().equals(settings)) {
      throw new UnreadableInputException(
          "The run that was stopped had another input, rule set or format. Start again with"
              + " --overwrite.");
    }
    Checkpoint end;
    try (DisputeInput input =
            BatchFormat.of(options.input())
                .input(in, new FlatFacts(rules.customFacts()), options.decimalComma());
        Written written = new Written(from, watcher)) {
      for (long i = 0; i < from.totals().disputes(); i++) {
        input.next();
      }
      new Batch(rules, from.now(), workFormat(), options.letters(), options.threads())
          .run(input, written::add);
      end = written.checkpoint();
    }
    finish(end);
    return end.totals();
  }

  private void finish(Checkpoint end) throws IOException {
    if (outputFormat == BatchFormat.XLSX) {
      Path workbook = beside(output, ".workbook");
      DecisionWorkbook.write(part, workbook);
      Files.move(workbook, output, StandardCopyOption.REPLACE_EXISTING);
      Files.delete(part);
    } else {
      Files.move(part, output, StandardCopyOption.REPLACE_EXISTING);
    }
    if (end.totals().rejected() == 0) {
      Files.deleteIfExists(rejectedFile());
    }
    Files.deleteIfExists(progress);
  }

  /** A workbook cannot grow, so its decisions are collected as NDJSON. */
  private DecisionFormat workFormat() {
    return outputFormat == BatchFormat.CSV ? DecisionFormat.CSV : DecisionFormat.NDJSON;
  }

  private String settings() throws IOException {
    Path input = options.input();
    return String.join(
        "\n",
        input == null ? "standard input" : input.toAbsolutePath().toString(),
        input == null ? "" : String.valueOf(Files.size(input)),
        input == null ? "" : Files.getLastModifiedTime(input).toString(),
        rules.id().hash(),
        outputFormat.name().toLowerCase(Locale.ROOT),
        options.letters() ? "letters" : "no letters",
        options.decimalComma() ? "decimal comma" : "decimal point");
  }

  /** The files of a run that goes on. */
  private final class Written implements AutoCloseable {
    private final GrowingFile decisions;
    private final GrowingFile rejected;
    private final Consumer<BatchTotals> watcher;
    private Checkpoint last;
    private BatchTotals totals;
    private long nextCheckpoint = System.nanoTime();

    Written(Checkpoint from, Consumer<BatchTotals> watcher) throws IOException {
      this.decisions = new GrowingFile(part, from.outputBytes());
      this.rejected = new GrowingFile(rejectedFile(), from.rejectedBytes());
      this.watcher = watcher;
      this.last = from;
      this.totals = from.totals();
      if (from.outputBytes() == 0) {
        decisions.write(workFormat().header());
        last = checkpoint();
      }
    }

    void add(List<BatchResult> results) throws IOException {
      for (BatchResult result : results) {
        (result.decided() ? decisions : rejected).write(result.json());
        totals = totals.plus(result.decided());
      }
      watcher.accept(totals);
      if (System.nanoTime() - nextCheckpoint >= 0) {
        checkpoint();
        nextCheckpoint = System.nanoTime() + BETWEEN_CHECKPOINTS.toNanos();
      }
    }

    Checkpoint checkpoint() throws IOException {
      last = new Checkpoint(last.settings(), last.now(), totals, decisions.sync(), rejected.sync());
      last.write(progress);
      return last;
    }

    @Override
    public void close() throws IOException {
      try (decisions;
          rejected) {
        // Both are closed, whatever one of them throws.
      }
    }
  }
}
