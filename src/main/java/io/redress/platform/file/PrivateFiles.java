package io.redress.platform.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.jboss.logging.Logger;

/** Files that only their owner may read, where the file system has owners. */
public final class PrivateFiles {
  private static final Logger LOG = Logger.getLogger("io.redress");

  private PrivateFiles() {}

  /** Creates a folder unless it exists, and takes it from all others. */
  public static void createFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    restrict(folder);
  }

  /** Takes the files of a folder that begin with a name from all others. */
  public static void restrictAll(Path folder, String name) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, name + "*")) {
      files.forEach(PrivateFiles::restrict);
    }
  }

  /** Takes a file or folder from all others: 0600 or 0700. */
  public static void restrict(Path file) {
    PosixFileAttributeView view =
        Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view == null) {
      return;
    }
    try {
      view.setPermissions(
          PosixFilePermissions.fromString(Files.isDirectory(file) ? "rwx------" : "rw-------"));
    } catch (IOException notOurs) {
      LOG.warnf("Others may read %s: its permissions cannot be changed.", file);
    }
  }
}
