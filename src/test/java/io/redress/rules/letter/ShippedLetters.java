package io.redress.rules.letter;

import io.redress.domain.dispute.ActionType;
import io.redress.rules.source.RuleProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The letters of the shipped rules. */
final class ShippedLetters {
  static final List<String> TAGS =
      List.of("en", "de", "es", "fr", "pt", "pt-PT", "ru", "zh", "zh-Hant");

  private ShippedLetters() {}

  static final Set<ActionType> ALL = EnumSet.allOf(ActionType.class);

  static Map<String, byte[]> files() {
    Map<String, byte[]> files = new HashMap<>();
    try (Stream<Path> paths = Files.list(Path.of("rules/letters"))) {
      for (Path path : paths.toList()) {
        files.put("letters/" + path.getFileName(), Files.readAllBytes(path));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return files;
  }

  static List<RuleProblem> problems(Map<String, byte[]> files) {
    List<RuleProblem> problems = new ArrayList<>();
    Letters.read(files, ALL, Set.of(), problems);
    return problems;
  }

  static Letters read() {
    return Letters.read(files(), ALL, Set.of(), new ArrayList<>());
  }
}
