package io.redress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documentation points to files, sections and classes that exist. */
class DocumentationTest {
  private static final List<Path> SOURCES = files(Path.of("src/main/java"), ".java");

  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");

  /** Such as {@code rules.table.HitPolicy} between backquotes, with or without a member. */
  private static final Pattern CLASS =
      Pattern.compile("`([a-z]+(?:[.][a-z]+)*)[.]([A-Z]\\w*[a-z]\\w*)(?:[.#]\\w+)?(?:\\(\\))?`");

  /** The same in the diagrams of ARCHITECTURE.md, without backquotes. */
  private static final Pattern IN_DIAGRAM =
      Pattern.compile("(?<![\\w`.])([a-z]+(?:[.][a-z]+)*)[.]([A-Z]\\w*[a-z]\\w*)");

  /** Such as {@code rules/flow.drl} between backquotes. */
  private static final Pattern FILE =
      Pattern.compile("`((?:rules|src|docs|test-cases)/[\\w./-]*\\w\\.\\w+)`");

  @Test
  void relativeLinksLeadSomewhere() {
    List<String> broken = new ArrayList<>();
    for (Path page : pages()) {
      Matcher link = LINK.matcher(read(page));
      while (link.find()) {
        String target = link.group(1);
        if (!target.matches("[a-z]+:.*") && !leadsSomewhere(page, target)) {
          broken.add(page + ": " + target);
        }
      }
    }
    assertThat(broken).as("links to files or sections that do not exist").isEmpty();
  }

  @Test
  void namedClassesExist() {
    List<String> unknown = new ArrayList<>();
    for (Path page : pages()) {
      unknown.addAll(unknownClasses(page, CLASS));
    }
    unknown.addAll(unknownClasses(Path.of("ARCHITECTURE.md"), IN_DIAGRAM));
    assertThat(unknown).as("classes that the documentation names but the code lacks").isEmpty();
  }

  @Test
  void namedFilesExist() {
    List<String> unknown = new ArrayList<>();
    for (Path page : List.of(Path.of("ARCHITECTURE.md"), Path.of("docs/glossary.md"))) {
      Matcher name = FILE.matcher(read(page));
      while (name.find()) {
        if (!Files.exists(Path.of(name.group(1)))) {
          unknown.add(page + ": " + name.group());
        }
      }
    }
    assertThat(unknown).as("files that the documentation names but that do not exist").isEmpty();
  }

  @Test
  void glossaryDefinesEachTermOnce() {
    List<String> terms =
        read(Path.of("docs/glossary.md"))
            .lines()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| term |"))
            .filter(line -> !line.startsWith("| ---"))
            .flatMap(line -> Stream.of(line.split("[|]", -1)[1].split(",", -1)))
            .map(String::strip)
            .toList();
    assertThat(terms).hasSizeGreaterThan(80);
    // a session of Drools and one of the console are the fields' own words
    assertThat(terms.stream().filter(term -> !term.equals("session"))).doesNotHaveDuplicates();
  }

  private static List<String> unknownClasses(Path page, Pattern pattern) {
    List<String> unknown = new ArrayList<>();
    Matcher name = pattern.matcher(read(page));
    while (name.find()) {
      Path file = Path.of(name.group(1).replace('.', '/'), name.group(2) + ".java");
      if (SOURCES.stream().noneMatch(source -> source.endsWith(file))) {
        unknown.add(page + ": " + name.group());
      }
    }
    return unknown;
  }

  private static boolean leadsSomewhere(Path page, String target) {
    int hash = target.indexOf('#');
    String name = hash < 0 ? target : target.substring(0, hash);
    Path file = name.isEmpty() ? page : page.resolveSibling(name).normalize();
    return Files.exists(file)
        && (hash < 0 || read(file).lines().anyMatch(line -> isSection(line, target, hash)));
  }

  private static boolean isSection(String line, String target, int hash) {
    return line.startsWith("#")
        && line.replaceFirst("^#+ ", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\w -]", "")
            .replace(' ', '-')
            .equals(target.substring(hash + 1));
  }

  private static List<Path> pages() {
    List<Path> pages = new ArrayList<>(files(Path.of("docs"), ".md"));
    for (String name : List.of("ARCHITECTURE", "CHANGELOG", "CONTRIBUTING", "README")) {
      pages.add(Path.of(name + ".md"));
    }
    return pages;
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
