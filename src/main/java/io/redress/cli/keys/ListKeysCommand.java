package io.redress.cli.keys;

import io.redress.security.access.ApiKey;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists access keys. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists all access keys, newest first, without their secrets.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:listed", "2:usage, or the keys cannot be reached"})
final class ListKeysCommand implements Callable<Integer> {
  @Mixin private KeyOptions keys = new KeyOptions();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    return keys.run(
        command.commandLine().getErr(),
        kept -> {
          List<ApiKey> all = kept.list();
          var out = command.commandLine().getOut();
          all.forEach(key -> out.println(KeyOptions.line(key)));
          if (all.isEmpty()) {
            out.println("There are no keys. Create one with: keys add --name NAME --role admin");
          }
          return 0;
        });
  }
}
