package io.redress.security.access;

import io.redress.platform.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;

/** A local file which marks access as protected, for starts while the database does not answer. */
final class ProtectionMarkerFile {
  private static final Logger LOG = Logger.getLogger("io.redress");

  private final Path folder;
  private final Path file;
  private volatile boolean created;

  ProtectionMarkerFile(Path data) {
    this.folder = data;
    this.file = data.resolve("access-protected");
  }

  /** Returns true when the file exists; empty otherwise, when it is unknown. */
  Optional<Boolean> read() {
    return Files.exists(file) ? Optional.of(true) : Optional.empty();
  }

  void create() {
    if (!created) {
      try {
        PrivateFiles.createFolder(folder);
        Files.createFile(file);
        PrivateFiles.restrict(file);
        created = true;
      } catch (FileAlreadyExistsException before) {
        created = true;
      } catch (IOException failed) {
        LOG.debugf("%s cannot be written: %s", file, failed);
      }
    }
  }
}
