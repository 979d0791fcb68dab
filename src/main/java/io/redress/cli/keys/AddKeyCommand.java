package io.redress.cli.keys;

import io.redress.cli.options.DaysConverter;
import io.redress.security.access.KeySpec;
import io.redress.security.access.NewKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes a key. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = "Makes a key and prints it, this once: nobody can read it anywhere later.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:made", "2:usage, or the keys can not be reached"})
final class AddKeyCommand implements Callable<Integer> {
  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "Whose it is: the person or system, as the journal and the audit log name it.")
  private String name = "";

  @Option(
      names = "--role",
      required = true,
      split = ",",
      paramLabel = "ROLE",
      description = "One or more of decide, edit, activate, audit, admin.")
  private List<String> roles = List.of();

  @Option(
      names = "--expires",
      paramLabel = "DAYS",
      converter = DaysConverter.class,
      description = "After how long it opens nothing any more, such as 90d (default: never).")
  private @Nullable Duration expires;

  @Mixin private KeyOptions keys = new KeyOptions();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    Instant now = Instant.now();
    KeySpec order =
        new KeySpec(name, new HashSet<>(roles), expires == null ? null : now.plus(expires));
    List<String> faults = order.faults(now);
    if (!faults.isEmpty()) {
      throw new ParameterException(command.commandLine(), String.join(" ", faults));
    }
    var err = command.commandLine().getErr();
    return keys.run(
        err,
        kept -> {
          NewKey made = kept.add(order);
          err.println(KeyOptions.line(made.key()));
          err.println("Send it as Authorization: Bearer KEY. It is shown this once:");
          command.commandLine().getOut().println(made.token());
          return 0;
        });
  }
}
