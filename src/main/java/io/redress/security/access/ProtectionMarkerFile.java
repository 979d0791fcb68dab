package io.redress.security.access;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;

/** A file of this machine that says, for a start without the database, that access is protected. */
final class ProtectionMarkerFile {
  private static final Logger LOG = Logger.getLogger("io.redress");

  private final Path file;
  private volatile boolean left;

  ProtectionMarkerFile(Path data) {
    this.file = data.resolve("access-protected");
  }

  /** That access is protected; empty when this machine does not know. */
  Optional<Boolean> read() {
    return Files.exists(file) ? Optional.of(true) : Optional.empty();
  }

  void leave() {
    if (!left) {
      try {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.createFile(file);
        left = true;
      } catch (FileAlreadyExistsException before) {
        left = true;
      } catch (IOException failed) {
        LOG.debugf("%s can not be written: %s", file, failed);
      }
    }
  }
}
