package io.redress.rules.engine;

import io.redress.domain.decision.RuleSource;
import io.redress.platform.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;

/**
 * What compiling the code of a rule set results in, and can be kept: classes and what was read from
 * the source. No object is serialised, so loading it runs nothing.
 *
 * @param key of the code, see {@link #key}
 * @param java the feature version of Java whose compiler wrote the classes
 * @param links SHA-256 of the classes of this program that the rules use, and of those that compile
 *     rules, by name
 * @param files classes, and the files by which Drools finds them, by path
 * @param sources the place of each rule, by name
 * @param words all texts in the code
 */
record RuleModule(
    String key,
    int java,
    SortedMap<String, String> links,
    SortedMap<String, byte[]> files,
    Map<String, RuleSource> sources,
    List<TableReference> tableReferences,
    Set<String> words) {
  private static final String CLASS = ".class";
  private static final String PROGRAM = "io/redress/";
  private static final int CLASS_CONSTANT = 7;

  /** What they do is in the result, though the rules do not use them. */
  private static final List<Class<?>> COMPILER =
      List.of(
          RuleCompiler.class,
          RuleCode.class,
          RuleModule.class,
          MovedTypes.class,
          CheckpointWriter.class);

  static RuleModule of(String key, RuleCode code, SortedMap<String, byte[]> files) {
    return new RuleModule(
        key,
        Runtime.version().feature(),
        links(files),
        files,
        code.sources(),
        code.tableReferences(),
        code.words());
  }

  /** Reads a module; empty if the bytes are none, or it is not {@link #isCurrent current}. */
  static Optional<RuleModule> current(byte[] bytes, String wanted) {
    try {
      return Optional.of(RuleModuleFile.read(bytes)).filter(module -> module.isCurrent(wanted));
    } catch (IOException torn) {
      return Optional.empty();
    }
  }

  /** Names code and the version of Drools that compiles it. */
  static String key(Map<String, byte[]> code) {
    Sha256 hash = new Sha256().add(drools());
    new TreeMap<>(code)
        .forEach((file, bytes) -> hash.add("\n" + file + "\n" + bytes.length + "\n").add(bytes));
    return hash.hex();
  }

  /** Whether it is the result of compiling this code by this program, and Java can load it. */
  private boolean isCurrent(String wanted) {
    return key.equals(wanted)
        && java <= Runtime.version().feature()
        && links.entrySet().stream().allMatch(link -> link.getValue().equals(hash(link.getKey())));
  }

  private static SortedMap<String, String> links(Map<String, byte[]> files) {
    SortedSet<String> names = new TreeSet<>();
    COMPILER.forEach(type -> names.add(type.getName().replace('.', '/')));
    files.forEach(
        (path, bytes) -> {
          if (path.endsWith(CLASS)) {
            names.addAll(used(bytes));
          }
        });
    names.removeIf(name -> files.containsKey(name + CLASS));
    SortedMap<String, String> links = new TreeMap<>();
    names.forEach(name -> links.put(name, hash(name)));
    return links;
  }

  /** Returns the classes of this program that a class names. */
  private static SortedSet<String> used(byte[] compiled) {
    ClassReader reader = new ClassReader(compiled);
    char[] buffer = new char[reader.getMaxStringLength()];
    SortedSet<String> names = new TreeSet<>();
    for (int item = 1; item < reader.getItemCount(); item++) {
      int offset = reader.getItem(item);
      // Offset 0: the second half of a long or double.
      if (offset > 0 && reader.readByte(offset - 1) == CLASS_CONSTANT) {
        String name = Objects.requireNonNullElse(reader.readUTF8(offset, buffer), "");
        if (name.startsWith(PROGRAM)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /** Returns the hash of a class file of this program; empty if there is none of this name. */
  private static String hash(String name) {
    try (InputStream file = RuleModule.class.getResourceAsStream("/" + name + CLASS)) {
      return file == null ? "" : Sha256.of(file.readAllBytes());
    } catch (IOException unreadable) {
      return "";
    }
  }

  static String drools() {
    Properties build = new Properties();
    try (InputStream file =
        RuleModule.class.getResourceAsStream(
            "/META-INF/maven/org.drools/drools-model-compiler/pom.properties")) {
      if (file != null) {
        build.load(file);
      }
    } catch (IOException unreadable) {
      // Its version is unknown, as if there were no such file.
    }
    return "drools " + build.getProperty("version", "of an unknown version");
  }
}
