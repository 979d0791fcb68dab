package io.redress.cli;

import io.quarkus.runtime.annotations.QuarkusMain;
import io.redress.cli.backup.BackupCommand;
import io.redress.cli.backup.RestoreCommand;
import io.redress.cli.certificate.VerifyCertificateCommand;
import io.redress.cli.decide.DecideCommand;
import io.redress.cli.insight.ExplainCommand;
import io.redress.cli.insight.ImpactCommand;
import io.redress.cli.insight.UsageCommand;
import io.redress.cli.insight.WhatIfCommand;
import io.redress.cli.journal.JournalCommand;
import io.redress.cli.keys.KeysCommand;
import io.redress.cli.options.VersionProvider;
import io.redress.cli.rulesets.CheckCommand;
import io.redress.cli.rulesets.DiffCommand;
import io.redress.cli.rulesets.DrlCommand;
import io.redress.cli.rulesets.PrintCommand;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point: runs the service without arguments, otherwise a command. */
@QuarkusMain
@Command(
    name = "redress",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = "Decides what a seller owes a buyer when a cross-border order goes wrong.",
    subcommands = {
      ServeCommand.class,
      DecideCommand.class,
      ExplainCommand.class,
      WhatIfCommand.class,
      ImpactCommand.class,
      UsageCommand.class,
      CheckCommand.class,
      DiffCommand.class,
      PrintCommand.class,
      DrlCommand.class,
      JournalCommand.class,
      VerifyCertificateCommand.class,
      KeysCommand.class,
      BackupCommand.class,
      RestoreCommand.class
    })
public final class Redress implements Callable<Integer> {

  public static void main(String... arguments) {
    CommandLine commandLine = new CommandLine(new Redress());
    boolean serves = arguments.length == 0 || arguments[0].equals("serve");
    if (!serves) {
      // Commands print their own messages; the logs of libraries are for the service.
      Logger.getLogger("").setLevel(Level.OFF);
    }
    int exitCode = commandLine.execute(arguments);
    if (!serves || exitCode != 0) {
      System.exit(exitCode);
    }
  }

  @Override
  public Integer call() {
    return new ServeCommand().call();
  }
}
