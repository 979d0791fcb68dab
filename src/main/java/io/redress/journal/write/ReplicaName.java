package io.redress.journal.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The name of this process' chain, which outlives it as long as the data folder does. */
final class ReplicaName {
  private static final Logger LOG = Logger.getLogger("io.redress");

  private ReplicaName() {}

  /** As it stands in the folder; one made up where there is none, and kept where that works. */
  static String in(Path data) {
    Path file = data.resolve("replica");
    try {
      if (Files.exists(file)) {
        return UUID.fromString(Files.readString(file).strip()).toString();
      }
      String fresh = UUID.randomUUID().toString();
      Files.createDirectories(data);
      Files.writeString(file, fresh + "\n");
      return fresh;
    } catch (IOException | IllegalArgumentException unusable) {
      LOG.warnf("%s can not be used, so the journal begins a new chain: %s", file, unusable);
      return UUID.randomUUID().toString();
    }
  }
}
