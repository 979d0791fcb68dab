package io.redress.cli.backup;

import io.redress.cli.options.DatabaseOptions;
import io.redress.cli.options.Progress;
import io.redress.cli.options.ProgressOption;
import io.redress.cli.options.RemoteService;
import io.redress.journal.backup.Backup;
import io.redress.journal.backup.BackupFile;
import io.redress.journal.certificate.Program;
import io.redress.platform.database.DatabaseUnavailable;
import io.redress.platform.database.ExistingDatabase;
import io.redress.platform.file.PrivateFiles;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Backs up everything that the database keeps. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Writes everything that the database keeps, as it is at this moment, to one file: decisions, rule sets, keys, audit log.",
      "The service goes on meanwhile; nothing is changed, so run it before an upgrade. If a service has the embedded database open, name it with --server.",
      "The file has personal data, and what decrypts it unless REDRESS_PERSONAL_DATA_KEY is set: keep it as safe as the database."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the backup is whole", "2:usage, or it could not be made; nothing is left"})
public final class BackupCommand implements Callable<Integer> {
  private static final int FAILED = 2;
  private static final String PART = ".part";

  @Parameters(
      paramLabel = "DIR",
      description = "Folder for the file, which is named after the time.")
  private Path folder = Path.of("");

  @Mixin private DatabaseOptions database = new DatabaseOptions();

  @Option(
      names = "--server",
      paramLabel = "URL",
      description =
          "Has a running service back up its database; the key, with the role admin, is read from REDRESS_API_KEY.")
  private @Nullable URI server;

  @Mixin private ProgressOption progress = new ProgressOption();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    String name = Backup.name(Instant.now());
    Path part = folder.resolve(name + PART);
    try {
      Files.createDirectories(folder);
      Files.createFile(part);
      try {
        PrivateFiles.restrict(part);
        write(part);
        keep(part, folder.resolve(name));
      } finally {
        Files.deleteIfExists(part);
      }
      return 0;
    } catch (DatabaseUnavailable | IOException failed) {
      command.commandLine().getErr().println("No backup was made: " + failed.getMessage());
      return FAILED;
    }
  }

  private void write(Path part) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part));
        Progress shown = progress.counting("Backing up")) {
      if (server != null) {
        shown.say("by " + server);
        RemoteService.at(server).download("/v1/backup", out);
        return;
      }
      shown.say("rows");
      Backup.write(
          reading -> ExistingDatabase.readAtOneMoment(database.settings(), reading),
          Program.current().version(),
          Instant.now(),
          out,
          shown::to);
    }
  }

  /** Gives a backup its name once it was read again and is on the disk. */
  private void keep(Path part, Path file) throws IOException {
    try (BackupFile backup = BackupFile.open(part)) {
      backup.check();
      if (backup.summary().keepsNothing()) {
        throw new IOException(
            "the database has no rule set and no decision. Name the right one, such as with --data.");
      }
      force(part);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      command
          .commandLine()
          .getOut()
          .printf("%s: %s. Restore it with: redress restore %s%n", file, Contents.of(backup), file);
    }
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
