package io.redress.journal.write;

import io.redress.platform.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The name of this replica's chain, stored in the data folder. */
final class ReplicaName {
  private static final Logger LOG = Logger.getLogger("io.redress");

  private ReplicaName() {}

  /** Reads the name; generates one if there is none, and stores it if possible. */
  static String in(Path data) {
    Path file = data.resolve("replica");
    try {
      if (Files.exists(file)) {
        PrivateFiles.restrict(file);
        return UUID.fromString(Files.readString(file).strip()).toString();
      }
      String fresh = UUID.randomUUID().toString();
      PrivateFiles.createFolder(data);
      Files.writeString(file, fresh + "\n");
      PrivateFiles.restrict(file);
      return fresh;
    } catch (IOException | IllegalArgumentException unusable) {
      LOG.warnf(
          "%s cannot be read or written, so the journal begins a new chain: %s", file, unusable);
      return UUID.randomUUID().toString();
    }
  }
}
