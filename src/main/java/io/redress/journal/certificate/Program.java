package io.redress.journal.certificate;

import io.redress.platform.text.Sha256;
import io.redress.rules.engine.RuleCompiler;
import io.redress.rules.ruleset.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The program that decides.
 *
 * @param version of Redress
 * @param sha256 over the classes that read facts and decide
 * @param engine version of Drools
 */
public record Program(String version, String sha256, String engine) {
  private static final String CLASS = ".class";
  private static final List<String> DECIDES = List.of("io/redress/domain", "io/redress/rules");

  /** Returns this program. */
  public static Program current() {
    return Current.PROGRAM;
  }

  private static final class Current {
    static final Program PROGRAM = new Program(release(), hash(), RuleCompiler.engineVersion());
  }

  private static String release() {
    Properties build = new Properties();
    try (InputStream file = Program.class.getResourceAsStream("/redress.properties")) {
      build.load(Objects.requireNonNull(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return build.getProperty("version");
  }

  /** Hashes the classes, in a jar or a folder, in the order of their names. */
  private static String hash() {
    String name = "/" + RuleSet.class.getName().replace('.', '/') + CLASS;
    URL place = Objects.requireNonNull(RuleSet.class.getResource(name));
    String address = place.toString();
    String root = address.substring(0, address.length() - name.length());
    try {
      if (!place.getProtocol().equals("jar")) {
        return hash(Path.of(URI.create(root)));
      }
      Path jar = Path.of(URI.create(root.substring("jar:".length(), root.lastIndexOf('!'))));
      try (FileSystem inside = FileSystems.newFileSystem(jar)) {
        return hash(inside.getPath("/"));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String hash(Path root) throws IOException {
    Sha256 hash = new Sha256();
    for (String folder : DECIDES) {
      try (Stream<Path> files = Files.walk(root.resolve(folder))) {
        List<Path> classes =
            files.filter(file -> file.toString().endsWith(CLASS)).sorted().toList();
        for (Path file : classes) {
          byte[] content = Files.readAllBytes(file);
          hash.add(root.relativize(file).toString().replace('\\', '/') + '\0' + content.length)
              .add("\0")
              .add(content);
        }
      }
    }
    return hash.hex();
  }
}
