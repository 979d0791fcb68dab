package io.redress.cli.keys;

import io.redress.cli.options.DaysConverter;
import io.redress.security.access.KeyProblem;
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

/** Creates an access key. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description =
        "Creates an access key and prints it. It is stored as a hash, so it cannot be shown again.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:created", "2:usage, or the keys cannot be reached"})
final class AddKeyCommand implements Callable<Integer> {
  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "The person or system that uses it, as named in the journal and the audit log.")
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
      description = "Days until it expires, such as 90d (default: never).")
  private @Nullable Duration expires;

  @Option(
      names = "--account",
      paramLabel = "NAME",
      description = {
        "The owner's account, such as oidc:8f3c-21, as the audit log names it: for four eyes, both"
            + " are one person."
      })
  private @Nullable String account;

  @Mixin private KeyOptions keys = new KeyOptions();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    Instant now = Instant.now();
    KeySpec spec =
        new KeySpec(
            name, new HashSet<>(roles), expires == null ? null : now.plus(expires), account);
    List<KeyProblem> problems = spec.problems(now);
    if (!problems.isEmpty()) {
      throw new ParameterException(command.commandLine(), KeySpec.text(problems));
    }
    var err = command.commandLine().getErr();
    return keys.run(
        err,
        kept -> {
          NewKey created = kept.add(spec);
          err.println(KeyOptions.line(created.key()));
          err.println("Send it as Authorization: Bearer KEY. It is shown only once:");
          command.commandLine().getOut().println(created.token());
          return 0;
        });
  }
}
