package io.redress.cli.keys;

import io.redress.security.access.ApiKey;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Revokes a key. */
@Command(
    name = "revoke",
    mixinStandardHelpOptions = true,
    description = "Has a key open nothing any more, in every process within seconds.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:revoked", "1:there is none of that id", "2:usage, or not reached"})
final class RevokeKeyCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "As keys list shows it, such as 0123456789ab.")
  private String id = "";

  @Mixin private KeyOptions keys = new KeyOptions();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    var err = command.commandLine().getErr();
    return keys.run(
        err,
        kept -> {
          Optional<ApiKey> revoked = ApiKey.isId(id) ? kept.revoke(id) : Optional.empty();
          if (revoked.isEmpty()) {
            err.println("There is no key " + id + ". keys list shows those there are.");
            return 1;
          }
          command.commandLine().getOut().println(KeyOptions.line(revoked.get()));
          return 0;
        });
  }
}
