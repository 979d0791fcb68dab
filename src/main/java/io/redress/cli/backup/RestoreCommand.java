package io.redress.cli.backup;

import io.redress.cli.options.DatabaseOptions;
import io.redress.cli.options.Progress;
import io.redress.cli.options.ProgressOption;
import io.redress.journal.backup.BackupFile;
import io.redress.journal.backup.Restoration;
import io.redress.platform.database.DatabaseUnavailable;
import io.redress.platform.database.EmptyDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a database from a backup. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Fills an empty database with everything that a backup has, or with nothing if it fails or is killed.",
      "The backup may be of an embedded database and the new one in PostgreSQL, or the other way; and of an earlier version.",
      "Do not go on with the old database as well: both would decide, each without what the other knows."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:restored", "2:usage, or it could not be; the database is as before"})
public final class RestoreCommand implements Callable<Integer> {
  private static final int FAILED = 2;

  @Parameters(
      paramLabel = "FILE|DIR",
      description = "A backup, or the folder of backups, for the newest.")
  private Path backup = Path.of("");

  @Mixin private DatabaseOptions database = new DatabaseOptions();

  @Mixin private ProgressOption progress = new ProgressOption();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    try (BackupFile file = BackupFile.open(Files.isDirectory(backup) ? newest() : backup);
        Progress shown = progress.counting("Restoring")) {
      shown.say("rows");
      Restoration.restore(file, new EmptyDatabase(database.settings()), shown::to);
      command
          .commandLine()
          .getOut()
          .printf(
              "%s: restored %s. Check them with: redress journal verify%n",
              database.settings(), Contents.of(file));
      return 0;
    } catch (DatabaseUnavailable | IOException failed) {
      String reason =
          failed instanceof NoSuchFileException
              ? "There is no file " + backup
              : failed.getMessage();
      command.commandLine().getErr().println("Nothing was restored: " + reason);
      return FAILED;
    }
  }

  /** Names are times. */
  private Path newest() throws IOException {
    try (Stream<Path> files = Files.list(backup)) {
      return files
          .filter(file -> file.getFileName().toString().matches("redress-\\d{8}T\\d{6}Z[.]zip"))
          .max(Comparator.comparing(file -> file.getFileName().toString()))
          .orElseThrow(() -> new IOException("There is no backup in " + backup));
    }
  }
}
