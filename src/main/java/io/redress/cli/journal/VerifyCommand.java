package io.redress.cli.journal;

import io.redress.cli.options.DatabaseOptions;
import io.redress.cli.options.Progress;
import io.redress.cli.options.ProgressOption;
import io.redress.cli.options.RemoteService;
import io.redress.domain.decision.DecisionJson;
import io.redress.journal.verify.Anchor;
import io.redress.journal.verify.JournalVerification;
import io.redress.journal.verify.VerificationReport;
import io.redress.platform.database.Database;
import io.redress.platform.database.DatabaseUnavailable;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Verifies that the journal is intact, and that each dispute would be decided the same again. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Reads the whole journal, checks its hash chains and that of the audit log, decides every dispute again under its own"
          + " rule set, and lists all differences.",
      "If a running service has the embedded database open, name it with --server."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the journal is intact", "1:it is not", "2:usage, or it cannot be read"})
final class VerifyCommand implements Callable<Integer> {
  private static final int UNREADABLE = 2;

  @Mixin private DatabaseOptions database = new DatabaseOptions();

  @Option(
      names = "--since",
      paramLabel = "DAY",
      description = "Verifies only entries since this day, such as 2026-01-31.")
  private @Nullable LocalDate since;

  @Option(
      names = "--redecide",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Decides each dispute again (default); --no-redecide only checks the chains.")
  private boolean redecide = true;

  @Option(
      names = "--anchor",
      paramLabel = "FILE",
      description = "Anchors that an earlier run printed: checks that their entries still exist.")
  private @Nullable Path anchors;

  @Option(
      names = "--server",
      paramLabel = "URL",
      description =
          "Has a running service verify its journal; the key is read from REDRESS_API_KEY.")
  private @Nullable URI server;

  @Option(names = "--json", description = "Prints the whole report as JSON.")
  private boolean json;

  @Mixin private ProgressOption progress = new ProgressOption();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    JournalVerification.Scope scope =
        new JournalVerification.Scope(
            since == null ? null : since.atStartOfDay().toInstant(ZoneOffset.UTC),
            redecide,
            anchors());
    VerificationReport report;
    try {
      report = verify(scope);
    } catch (DatabaseUnavailable | IOException unreadable) {
      command.commandLine().getErr().println(unreadable.getMessage());
      return UNREADABLE;
    }
    PrintWriter out = command.commandLine().getOut();
    out.println(
        json
            ? DecisionJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(report)
            : text(report));
    return report.whole() ? 0 : 1;
  }

  private VerificationReport verify(JournalVerification.Scope scope) throws IOException {
    try (Progress shown = progress.counting("Verifying")) {
      if (server != null) {
        shown.say("by " + server);
        return RemoteVerification.ask(RemoteService.at(server), scope);
      }
      shown.say("entries");
      try (Database opened = database.open()) {
        return JournalVerification.of(opened, scope, shown::to);
      }
    }
  }

  private List<Anchor> anchors() throws IOException {
    if (anchors == null) {
      return List.of();
    }
    if (!Files.isReadable(anchors)) {
      throw new ParameterException(
          command.commandLine(), "File " + anchors + " does not exist or cannot be read.");
    }
    return Files.readAllLines(anchors).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(this::anchor)
        .toList();
  }

  private Anchor anchor(String line) {
    return Anchor.parse(line.replaceFirst("^anchor ", ""))
        .orElseThrow(
            () ->
                new ParameterException(
                    command.commandLine(),
                    anchors
                        + " has a line that is not an anchor. Use the lines as verify prints"
                        + " them."));
  }

  private static String text(VerificationReport report) {
    StringBuilder text = new StringBuilder();
    report.doubts().forEach(finding -> text.append(finding).append('\n'));
    report.found().forEach((kind, count) -> text.append(count + " x " + kind + "\n"));
    report.cuts().forEach(cut -> text.append("cut ").append(cut).append('\n'));
    report.anchors().forEach(anchor -> text.append("anchor ").append(anchor).append('\n'));
    return text.append(
            ("%d entries, %d decided again, %d of them differently; %d events of the audit log: "
                    + "the journal is %s.")
                .formatted(
                    report.entries(),
                    report.redecided(),
                    report.differing(),
                    report.auditEvents(),
                    report.whole() ? "intact" : "NOT intact"))
        .toString();
  }
}
