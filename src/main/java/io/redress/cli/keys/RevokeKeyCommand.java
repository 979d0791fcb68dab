package io.redress.cli.keys;

import io.redress.security.access.ApiKey;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Revokes an access key. */
@Command(
    name = "revoke",
    mixinStandardHelpOptions = true,
    description = "Revokes an access key; it is invalid in all replicas within two seconds.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:revoked",
      "1:there is no such key",
      "2:usage, or the keys cannot be reached"
    })
final class RevokeKeyCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "The key's id in keys list, such as 0123456789ab.")
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
            err.println("There is no key " + id + ". Run keys list to see all keys.");
            return 1;
          }
          command.commandLine().getOut().println(KeyOptions.line(revoked.get()));
          return 0;
        });
  }
}
