package io.redress.rules.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.check.verify.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each problem code has a page in docs/problems, and each page has a code. */
class ProblemPagesTest {
  private static final Path PAGES = Path.of("docs/problems");

  @Test
  void everyCodeHasItsPageAndEveryPageItsCode() throws IOException {
    Set<String> codes =
        Stream.of(ProblemCode.values(), Finding.Code.values())
            .flatMap(Stream::of)
            .map(Enum::name)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(pages()).containsExactlyElementsOf(codes);
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

  /** A code without a test may never occur. */
  @Test
  void everyCodeOccursInATest() throws IOException {
    StringBuilder tests = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        tests.append(Files.readString(file));
      }
    }
    Set<String> words = new HashSet<>(List.of(tests.toString().split("\\W+")));

    assertThat(words).containsAll(pages());
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
