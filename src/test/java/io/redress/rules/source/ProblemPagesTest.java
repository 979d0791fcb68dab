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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each code has a page, and each page is true: its "Before" gives the message that it shows, and
 * its "After" does not.
 *
 * <p>After a message was changed, {@code mvn test -Dtest=ProblemPagesTest -Dupdate.pages=true}
 * writes the new one into the pages.
 */
class ProblemPagesTest {
  private static final Path PAGES = Path.of("docs/problems");

  /** Their examples need what a rule set's files cannot say, and are text. */
  private static final Set<String> NOT_RUN =
      Set.of(
          "CORRUPT",
          "DOCTYPE",
          "DUPLICATE_ENTRY",
          "ENCRYPTED",
          "EXTERNAL_LINKS",
          "FOLDER_MISSING",
          "FOLDER_UNREADABLE",
          "NATIVE_TABLE",
          "NOT_FINISHED",
          "NOT_READ_BACK",
          "NOT_UTF8",
          "REFERENCE_LOST",
          "TOO_LARGE",
          "TOO_MANY_ROWS");

  private static final Pattern EXAMPLES =
      Pattern.compile(
          "[*][*]Before[*][*]\n\n```(rules|text)\n(.*?)```\n\n"
              + "```text\n(.*?)\n```\n\n"
              + "[*][*]After[*][*]\n\n```(rules|text)\n(.*?)```\n",
          Pattern.DOTALL);

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
      String page = Files.readString(PAGES.resolve(code + ".md"));
      assertThat(page).startsWith("# " + code + "\n").contains("**What to do.**");
      String summary = page.lines().skip(2).findFirst().orElse("");
      assertThat(index).contains("| [" + code + "](" + code + ".md) | " + summary + " |");
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPageShowsBeforeAndAfter(String code) throws IOException {
    Matcher examples = EXAMPLES.matcher(Files.readString(PAGES.resolve(code + ".md")));

    assertThat(examples.find()).as("%s.md shows Before, message and After", code).isTrue();
    assertThat(examples.group(1)).isEqualTo(NOT_RUN.contains(code) ? "text" : "rules");
    assertThat(examples.group(4)).isEqualTo(examples.group(1));
    assertThat(examples.group(2)).isNotEqualTo(examples.group(5));
    assertThat(examples.group(3)).endsWith("[" + code + "]");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void beforeGivesTheMessageAndAfterDoesNot(String code) throws IOException {
    Path file = PAGES.resolve(code + ".md");
    String page = Files.readString(file);
    Matcher examples = EXAMPLES.matcher(page);
    assertThat(examples.find()).isTrue();
    String before = examples.group(2);
    String after = examples.group(5);
    List<String> usual = of(code, PageExample.shipped(code, before));

    List<String> found =
        of(code, PageExample.problems(PageExample.files(before, after), code, before));
    List<String> left =
        of(code, PageExample.problems(PageExample.files(after, before), code, before));

    found.removeAll(usual);
    assertThat(found).as("problems before").isNotEmpty();
    Pattern shown = shown(examples.group(3));
    boolean outdated = found.stream().noneMatch(one -> shown.matcher(one).matches());
    if (outdated && Boolean.getBoolean("update.pages")) {
      Files.writeString(
          file,
          page.substring(0, examples.start(3)) + found.get(0) + page.substring(examples.end(3)));
    } else {
      assertThat(found).as("problems before").anyMatch(one -> shown.matcher(one).matches());
    }
    assertThat(usual).as("problems after").containsAll(left);
  }

  @Test
  void messagesOfExamplesThatAreNotRunAreThoseOfTheCode() throws IOException {
    String source = sources().replaceAll("\"\\s*[+]\\s*\"", "");
    for (String code : NOT_RUN) {
      Matcher examples = EXAMPLES.matcher(Files.readString(PAGES.resolve(code + ".md")));
      assertThat(examples.find()).isTrue();
      String message = examples.group(3).replace(" [" + code + "]", "");
      String advice = message.substring(message.lastIndexOf(". ", message.length() - 2) + 2);
      assertThat(source).as("the advice of %s", code).contains(advice);
    }
  }

  private static String sources() throws IOException {
    StringBuilder sources = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        sources.append(Files.readString(file));
      }
    }
    return sources.toString();
  }

  /** A message that no test provokes may be wrong without notice. */
  @Test
  void everyCodeOccursInATest() throws IOException {
    StringBuilder tests = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      for (Path file : (Iterable<Path>) files.filter(ProblemPagesTest::isOtherTest)::iterator) {
        tests.append(Files.readString(file));
      }
    }
    Set<String> words = new HashSet<>(List.of(tests.toString().split("\\W+")));

    assertThat(words).containsAll(pages());
  }

  /** Pages shorten messages by three dots. */
  private static Pattern shown(String message) {
    return Pattern.compile(
        Stream.of(message.split("[.]{3}", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*")));
  }

  private static boolean isOtherTest(Path file) {
    return file.toString().endsWith(".java") && !file.endsWith("ProblemPagesTest.java");
  }

  private static List<String> of(String code, List<String> problems) {
    return problems.stream()
        .filter(problem -> problem.endsWith("[" + code + "]"))
        .collect(Collectors.toList());
  }

  static Stream<String> examples() throws IOException {
    return pages().stream().filter(code -> !NOT_RUN.contains(code));
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
