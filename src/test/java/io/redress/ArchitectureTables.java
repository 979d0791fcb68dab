package io.redress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables of ARCHITECTURE.md: the wings from top to bottom, and the packages of each. */
final class ArchitectureTables {
  private static final String ROOT = "io.redress.";

  private ArchitectureTables() {}

  /**
   * A row of the table of wings.
   *
   * @param uses the wings whose classes it uses
   */
  record Wing(String name, Set<String> uses) {}

  static List<Wing> wings() {
    return rows("wing").stream()
        .map(row -> new Wing(code(row.get(0)), Set.copyOf(codes(row.get(1)))))
        .toList();
  }

  /** What each package is for, by its full name. */
  static Map<String, String> packages() {
    Map<String, String> packages = new LinkedHashMap<>();
    rows("package").forEach(row -> packages.put(ROOT + code(row.get(0)), row.get(1)));
    return packages;
  }

  /** {@code rules} for {@code io.redress.rules.table}. */
  static String wingOf(String packageName) {
    return packageName.substring(ROOT.length()).replaceFirst("[.].*", "");
  }

  /** The cells of the table whose first column has this title, without the title row. */
  private static List<List<String>> rows(String title) {
    List<String> lines = lines();
    int first =
        lines.indexOf(
            lines.stream()
                .filter(line -> line.startsWith("| " + title + " |"))
                .findFirst()
                .orElseThrow());
    return lines.subList(first + 2, lines.size()).stream()
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> Arrays.stream(line.split("[|]")).skip(1).map(String::strip).toList())
        .toList();
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(Path.of("ARCHITECTURE.md"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String code(String cell) {
    return cell.replace("`", "");
  }

  private static Set<String> codes(String cell) {
    return Arrays.stream(code(cell).split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty() && !name.equals("-"))
        .collect(Collectors.toSet());
  }
}
