package io.redress;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A data folder of its own for each service that a test starts within its JVM. The shipped rules
 * are active in it already where the build has made such a folder; else the start admits and
 * activates them.
 */
public final class ActivatedData implements QuarkusTestResourceLifecycleManager {
  /** Made by the build when it starts the packaged service to archive its classes. */
  static final Path BUILT = Path.of("target", "activated-data");

  /** A folder made of others would not have what a first start makes of these. */
  private static final List<Path> MADE_OF =
      List.of(Path.of("rules"), Path.of("test-cases"), Path.of("src", "main"));

  @Override
  public Map<String, String> start() {
    Path data = Path.of("target", "test-data", UUID.randomUUID().toString());
    try {
      if (isUpToDate()) {
        copy(BUILT, data);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return Map.of("redress.data.dir", data.toString());
  }

  @Override
  public void stop() {}

  /** Copies all files of a folder. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        Path copy = to.resolve(from.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private static boolean isUpToDate() throws IOException {
    if (!Files.isDirectory(BUILT)) {
      return false;
    }
    FileTime built = Files.getLastModifiedTime(BUILT);
    for (Path folder : MADE_OF) {
      try (Stream<Path> files = Files.walk(folder)) {
        if (files.anyMatch(file -> file.toFile().lastModified() > built.toMillis())) {
          return false;
        }
      }
    }
    return true;
  }
}
