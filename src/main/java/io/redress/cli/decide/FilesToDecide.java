package io.redress.cli.decide;

import io.redress.cli.options.Progress;
import io.redress.intake.batch.BatchOptions;
import io.redress.intake.batch.BatchTotals;
import io.redress.intake.batch.CompressedFile;
import io.redress.intake.batch.FileBatch;
import io.redress.intake.batch.StreamBatch;
import io.redress.intake.batch.UnreadableInputException;
import io.redress.rules.ruleset.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of {@code decide} for many disputes. */
final class FilesToDecide {
  @Option(
      names = "--input",
      required = true,
      paramLabel = "FILE",
      description =
          "Decides all disputes of a file: NDJSON, .csv, .tsv or .xlsx, each also with .gz; - reads"
              + " NDJSON from standard input.")
  private String input = "-";

  @Option(
      names = "--output",
      paramLabel = "FILE",
      defaultValue = "-",
      description =
          "Where decisions go, in the order of the input: NDJSON, .csv or .xlsx; - writes NDJSON"
              + " to standard output (default: ${DEFAULT-VALUE}). Disputes that were not decided go"
              + " to FILE.rejected.ndjson, or to standard error.")
  private String output = "-";

  @Option(names = "--resume", description = "Goes on with a run that was stopped.")
  private boolean resume;

  @Option(names = "--overwrite", description = "Replaces the output of an earlier run.")
  private boolean overwrite;

  @Option(
      names = "--no-letters",
      description = "Omits the letters, which saves about a fifth of the time.")
  private boolean noLetters;

  @Option(names = "--decimal-comma", description = "Numbers in CSV are written as 12,50.")
  private boolean decimalComma;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Disputes that are decided at once (default: one for each processor).")
  private int threads = Runtime.getRuntime().availableProcessors();

  /** Returns the exit code. */
  int decide(RuleSet rules, CommandLine command) {
    if (threads < 1) {
      throw new ParameterException(command, "--threads must be at least 1.");
    }
    if (CompressedFile.isCompressed(output)) {
      throw new ParameterException(
          command,
          "Output is not compressed. Give --output without .gz, and compress the file afterwards.");
    }
    PrintWriter errors = command.getErr();
    BatchOptions options =
        new BatchOptions(
            file(input), file(output), Instant.now(), !noLetters, decimalComma, threads, resume);
    try (Progress progress = Progress.of("Deciding", size(options.input()));
        InputStream in = CompressedFile.unpacked(progress.watching(open(options.input())), input)) {
      long start = System.nanoTime();
      BatchTotals totals =
          options.output() == null
              ? new StreamBatch(rules, options).run(in, System.out, System.err)
              : toFile(new FileBatch(rules, options), in, progress, command);
      errors.println(summary(totals, Duration.ofNanos(System.nanoTime() - start)));
      return totals.rejected() == 0 ? 0 : 1;
    } catch (NoSuchFileException missing) {
      errors.println("File " + missing.getFile() + " does not exist or cannot be read.");
    } catch (ZipException damaged) {
      errors.println("File " + input + " is not compressed by gzip, or is damaged.");
    } catch (UnreadableInputException unreadable) {
      errors.println(unreadable.getMessage());
    } catch (IOException failed) {
      errors.println("Stopped: " + failed.getMessage() + ". Go on later with --resume.");
    }
    return 1;
  }

  private BatchTotals toFile(
      FileBatch batch, InputStream in, Progress progress, CommandLine command) throws IOException {
    if (Files.exists(Path.of(output)) && !overwrite) {
      throw new ParameterException(
          command, "File " + output + " exists. Choose another one, or add --overwrite.");
    }
    if (batch.wasStopped() && !resume && !overwrite) {
      throw new ParameterException(
          command,
          "An earlier run into "
              + output
              + " was stopped. Add --resume to go on with it, or --overwrite to start again.");
    }
    BatchTotals totals =
        batch.run(
            in, now -> progress.say(now.decided() + " decided, " + now.rejected() + " rejected"));
    if (totals.rejected() > 0) {
      command.getErr().println("Rejected disputes, with the reasons: " + batch.rejectedFile());
    }
    return totals;
  }

  private static @Nullable Path file(String name) {
    return name.equals("-") ? null : Path.of(name);
  }

  private static InputStream open(@Nullable Path file) throws IOException {
    return file == null ? System.in : Files.newInputStream(file);
  }

  private static long size(@Nullable Path file) throws IOException {
    return file == null ? -1 : Files.size(file);
  }

  private static String summary(BatchTotals totals, Duration taken) {
    long perSecond = totals.disputes() * 1_000 / Math.max(1, taken.toMillis());
    return totals.decided()
        + " decided, "
        + totals.rejected()
        + " rejected in "
        + Math.max(1, taken.toSeconds())
        + " s ("
        + perSecond
        + " a second)";
  }
}
