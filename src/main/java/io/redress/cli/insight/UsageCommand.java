package io.redress.cli.insight;

import io.redress.cli.options.DatabaseOptions;
import io.redress.cli.options.PrettyJson;
import io.redress.cli.options.RemoteService;
import io.redress.journal.read.SearchTooSlow;
import io.redress.journal.read.StoredUsage;
import io.redress.platform.database.Database;
import io.redress.platform.database.DatabaseUnavailable;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says how often the rows of a rule set answered. */
@Command(
    name = "usage",
    mixinStandardHelpOptions = true,
    description = {
      "Says how often each row of the tables was used by the decisions of the journal, when last, and for how much money.",
      "If a running service has the embedded database open, name it with --server."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:read",
      "1:there is no such rule set or table",
      "2:usage, or the journal cannot be read"
    })
public final class UsageCommand implements Callable<Integer> {
  private static final String ACTIVE = "active";
  private static final int UNREADABLE = 2;
  private static final int DAYS = 90;

  /** As the service allows. */
  private static final int MAX_DAYS = 366;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "VERSION",
      description = "Version of the rule set (default: the active one).")
  private String version = ACTIVE;

  @Mixin private DatabaseOptions database = new DatabaseOptions();

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "The first day (UTC); 89 days before the last without it.")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DAY", description = "The last day (UTC); today without it.")
  private @Nullable LocalDate to;

  @Option(names = "--table", paramLabel = "NAME", description = "Only the rows of this table.")
  private @Nullable String table;

  @Option(names = "--unused", description = "Only rows that no decision used.")
  private boolean unused;

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "Asks a running service; the key is read from REDRESS_API_KEY.")
  private @Nullable URI server;

  @Option(names = "--json", description = "Prints the rows as JSON.")
  private boolean json;

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    LocalDate last = to == null ? LocalDate.now(ZoneOffset.UTC) : to;
    LocalDate first = from == null ? last.minusDays(DAYS - 1) : from;
    long days = ChronoUnit.DAYS.between(first, last) + 1;
    if (days < 1 || days > MAX_DAYS) {
      throw new ParameterException(
          command.commandLine(),
          days < 1
              ? "--from is after --to. Exchange them."
              : days + " days are more than " + MAX_DAYS + ". Ask for fewer.");
    }
    PrintWriter errors = command.commandLine().getErr();
    try {
      Optional<UsageReport> found =
          server == null
              ? read(first, last)
              : Optional.of(UsageReport.ask(RemoteService.at(server), version, first, last, table));
      if (found.isEmpty() || table != null && found.get().rows().isEmpty()) {
        errors.println(
            found.isEmpty()
                ? "There is no rule set " + version + "."
                : "The rule set has no table called " + table + ".");
        return 1;
      }
      UsageReport report = unused ? found.get().unusedOnly() : found.get();
      PrintWriter out = command.commandLine().getOut();
      if (json) {
        out.println(PrettyJson.of(report));
      } else {
        report.lines().forEach(out::println);
      }
      return 0;
    } catch (DatabaseUnavailable | IOException unreadable) {
      errors.println(unreadable.getMessage());
    } catch (SearchTooSlow slow) {
      errors.println("Reading takes too long. Ask for fewer days.");
    }
    return UNREADABLE;
  }

  private Optional<UsageReport> read(LocalDate first, LocalDate last) {
    try (Database opened = database.open()) {
      StoredUsage usage = new StoredUsage(opened);
      Optional<String> wanted = version.equals(ACTIVE) ? usage.active() : Optional.of(version);
      return wanted.flatMap(
          one ->
              usage
                  .of(one, first, last)
                  .map(read -> UsageReport.of(one, first, last, read, table)));
    }
  }
}
