package io.redress.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.verify.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each code that names a problem has a page that explains it, and no page explains nothing. */
class ProblemPagesTest {
  private static final Path PAGES = Path.of("docs/problems");
  private static final Path SOURCES = Path.of("src/main/java/io/redress");

  /** A code, where a problem is made of it. */
  private static final Pattern CODE = Pattern.compile("\"([A-Z]+(?:_[A-Z0-9]+)*)\"");

  /** Packages that find problems. */
  private static final Set<String> FINDING =
      Set.of(
          "source",
          "table",
          "calendar",
          "letter",
          "expectation",
          "testcase",
          "invariant",
          "ruleset",
          "lifecycle",
          "editing");

  /** What the engine finds, where most words are not about problems. */
  private static final Set<String> OF_CODE =
      Set.of("DRL_SYNTAX", "DRL_COMPILE", "NATIVE_TABLE", "TABLE_MISSING", "RULES_ENDLESS");

  /** Words of the vocabulary, of warnings and of other formats, which stand in the same files. */
  private static final Set<String> NO_PROBLEMS =
      Set.of(
          "NONE",
          "CODE",
          "HOLIDAY",
          "PEAK_SEASON",
          "QUANTITY",
          "REFUNDED",
          "RETURN_GOODS",
          "CALENDAR_NOT_PUBLISHED",
          "SHA");

  @Test
  void everyCodeHasItsPageAndEveryPageItsCode() throws IOException {
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        if (FINDING.contains(file.getParent().getFileName().toString())) {
          CODE.matcher(Files.readString(file))
              .results()
              .map(one -> one.group(1))
              .forEach(codes::add);
        }
      }
    }
    codes.removeIf(code -> code.length() < "ALIAS".length() || NO_PROBLEMS.contains(code));
    codes.addAll(OF_CODE);
    Arrays.stream(Finding.Code.values()).map(Enum::name).forEach(codes::add);

    assertThat(pages()).containsExactlyInAnyOrderElementsOf(codes);
  }

  @Test
  void everyPageSaysWhatToDoAndIsListed() throws IOException {
    String index = Files.readString(PAGES.resolve("README.md"));
    for (String code : pages()) {
      assertThat(index).contains("[" + code + "](" + code + ".md)");
      assertThat(Files.readString(PAGES.resolve(code + ".md")))
          .startsWith("# " + code + "\n")
          .contains("**What to do.**", "```");
    }
  }

  private static Set<String> pages() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("[.]md$", ""))
          .filter(name -> !name.equals("README"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
