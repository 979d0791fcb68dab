package io.redress.platform.database;

import io.redress.platform.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder of an embedded database: what has to be true of it before H2 opens its files. */
final class EmbeddedFolder {
  /** Free bytes required before H2 is reopened: it closes its store when the disk is full. */
  private static final int REQUIRED_FREE_BYTES = 1 << 20;

  private EmbeddedFolder() {}

  /**
   * Makes it, if needed. H2 would open a file that it cannot write to, and refuse each decision.
   */
  static void create(Path folder) throws IOException {
    PrivateFiles.createFolder(folder);
    for (Path path : List.of(folder, DatabaseFile.path(folder))) {
      if (Files.exists(path) && !Files.isWritable(path)) {
        throw new IOException(path + " cannot be written to");
      }
    }
  }

  static void checkFreeSpace(Path folder) throws IOException {
    Path probe = folder.resolve("room.tmp");
    try {
      Files.write(probe, new byte[REQUIRED_FREE_BYTES]);
    } finally {
      Files.deleteIfExists(probe);
    }
  }
}
