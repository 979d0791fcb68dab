package io.redress.rules.engine;

import io.redress.rules.source.RuleProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The shipped code, compiled by the build, as part of the program. Most rule sets have the shipped
 * flow and tables of their own, so starts and commands seldom have to compile.
 */
final class ShippedRules {
  private static final String RESOURCE = "shipped-rules.bin";

  private ShippedRules() {}

  /** Returns the shipped module if it has this key. */
  static Optional<RuleModule> find(String key) {
    try (InputStream resource = ShippedRules.class.getResourceAsStream(RESOURCE)) {
      return resource == null ? Optional.empty() : RuleModule.current(resource.readAllBytes(), key);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * Compiles the shipped code, unless that was done before.
   *
   * @param arguments the folder of rules, then the folder of this program's classes
   */
  public static void main(String... arguments) throws IOException {
    Map<String, byte[]> code = code(Path.of(arguments[0]));
    if (find(RuleModule.key(code)).isPresent()) {
      return;
    }
    List<RuleProblem> problems = new ArrayList<>();
    Optional<RuleModule> module = RuleCompiler.module(code, problems);
    if (module.isEmpty()) {
      throw new IllegalStateException(problems.toString());
    }
    String folder = ShippedRules.class.getPackageName().replace('.', '/');
    Files.write(
        Path.of(arguments[1]).resolve(folder).resolve(RESOURCE),
        RuleModuleFile.write(module.get()));
  }

  private static Map<String, byte[]> code(Path folder) throws IOException {
    Map<String, byte[]> code = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (RuleCode.isCode(name)) {
          code.put(name, Files.readAllBytes(file));
        }
      }
    }
    return code;
  }
}
