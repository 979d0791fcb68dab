package io.redress.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The file of an embedded database, by device and inode. A process can write to a file that was
 * moved or deleted, as if all were well.
 */
final class DatabaseFile {
  private static final String ENDING = ".mv.db";

  private final Path file;
  private final @Nullable Object identity;

  private DatabaseFile(Path file) throws IOException {
    this.file = file;
    this.identity = identity(file);
  }

  /** The file of a database that is open. */
  static DatabaseFile in(Path folder) throws IOException {
    return new DatabaseFile(path(folder));
  }

  static Path path(Path folder) {
    return folder.resolve("redress" + ENDING);
  }

  private static @Nullable Object identity(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  /**
   * @throws Gone unless it is still the file in this place
   */
  void check() throws Gone {
    try {
      if (Objects.equals(identity, identity(file))) {
        return;
      }
    } catch (IOException missing) {
      throw new Gone(missing);
    }
    throw new Gone(null);
  }

  /** The file was moved or deleted while it was open. */
  static final class Gone extends IOException {
    private static final long serialVersionUID = 1;

    Gone(@Nullable Throwable cause) {
      super("its files were moved or deleted", cause);
    }
  }
}
