package io.redress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Code, messages, pages and docs use plain technical English: none of the words below, neither in
 * sentences nor in names. Texts of the policy (letters, laws, titles of test cases) are not
 * checked.
 */
class PlainEnglishTest {
  private static final List<String> ENDINGS =
      List.of(".java", ".properties", ".html", ".js", ".css", ".drl", ".md");

  private static final Path GLOSSARY = Path.of("docs/glossary.md");

  /** Each word or phrase with what to write. */
  private static final Map<String, String> INSTEAD = new LinkedHashMap<>();

  static {
    INSTEAD.put("can not", "cannot");
    INSTEAD.put("somebody", "a person, a client, a caller, or name who");
    INSTEAD.put("everybody", "all people, all callers, or every client");
    INSTEAD.put("nobody", "no person, no client, or the passive");
    INSTEAD.put("anybody", "any caller, any client, or name who");
    INSTEAD.put("in vain", "without success; of rows: unreachable");
    INSTEAD.put("meant so", "intended");
    INSTEAD.put("be it", "whether, or even if");
    INSTEAD.put("whoever", "the caller, the reader, or name who");
    INSTEAD.put("anew", "again");
    INSTEAD.put("told", "reported, shown, notified, or said");
    INSTEAD.put("came of", "the result of");
    INSTEAD.put("became of", "the result of, or happened to");
    INSTEAD.put("let go of", "deleted, or released");
    INSTEAD.put("gone along", "traversed");
    INSTEAD.put("in charge", "active");
    INSTEAD.put("stand in", "fall back, fallback, or replace");
    INSTEAD.put("stands in", "is in; of rules: is the fallback");
    INSTEAD.put("doorkeeper", "access filter");
  }

  @Test
  void sourceMessagesPagesAndDocsUsePlainEnglish() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files()) {
      found.addAll(unplain(file, text(file)));
    }
    assertThat(found).as("words that plain English can do without").isEmpty();
  }

  @Test
  void phrasesAreFoundAcrossLinesAndInNames() {
    assertThat(unplain(Path.of("A.java"), " * It can\n   * not end.\n")).hasSize(1);
    assertThat(unplain(Path.of("A.java"), "\"it can\"\n + \" not end\"")).hasSize(1);
    assertThat(unplain(Path.of("A.java"), "void failureIsTold() {}")).hasSize(1);
    assertThat(unplain(Path.of("A.java"), "record Told(boolean told) {}")).hasSize(2);
    assertThat(unplain(Path.of("A.java"), "It cannot be untold. vanew()")).isEmpty();
    assertThat(unplain(Path.of("A.java"), "one\ntwo\nanew"))
        .containsExactly("A.java:3: \"anew\". Write: again");
  }

  private static List<String> unplain(Path file, String text) {
    List<String> found = new ArrayList<>();
    INSTEAD.forEach(
        (phrase, instead) -> {
          Matcher match = pattern(phrase).matcher(text);
          while (match.find()) {
            long line = 1 + text.substring(0, match.start()).chars().filter(c -> c == '\n').count();
            found.add(file + ":" + line + ": \"" + phrase + "\". Write: " + instead);
          }
        });
    return found;
  }

  /** In sentences, over the ends of lines and of string literals, and in camel case. */
  private static Pattern pattern(String phrase) {
    List<String> words = Arrays.asList(phrase.split(" "));
    String gap = "(?:\\s+(?:[*]|//|#)?\\s*|\\s?\"\\s*[+]\\s*\"\\s?)";
    String sentence =
        words.stream()
            .map(word -> "[" + word.charAt(0) + upper(word.charAt(0)) + "]" + word.substring(1))
            .collect(Collectors.joining(gap));
    String name = words.stream().map(PlainEnglishTest::capital).collect(Collectors.joining());
    return Pattern.compile(
        "(?<![A-Za-z])" + sentence + "(?![a-z])|(?<=[a-z])" + name + "(?![a-z])");
  }

  private static String capital(String word) {
    return upper(word.charAt(0)) + word.substring(1);
  }

  private static String upper(char letter) {
    return String.valueOf(letter).toUpperCase(Locale.ROOT);
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String root : List.of("src", "docs", "rules")) {
      try (Stream<Path> found = Files.walk(Path.of(root))) {
        found.filter(PlainEnglishTest::checked).sorted().forEach(files::add);
      }
    }
    try (Stream<Path> found = Files.list(Path.of(""))) {
      found.filter(PlainEnglishTest::checked).sorted().forEach(files::add);
    }
    return files;
  }

  /** Migrations never change, and this class names the words. */
  private static boolean checked(Path file) {
    return ENDINGS.stream().anyMatch(file.toString()::endsWith)
        && !file.startsWith("src/main/resources/db")
        && !file.endsWith("PlainEnglishTest.java");
  }

  private static String text(Path file) {
    try {
      String text = Files.readString(file);
      // the glossary's third column lists words that we avoid
      return file.equals(GLOSSARY)
          ? text.replaceAll("(?m)^([|][^|]*[|][^|]*[|])[^|]*[|]", "$1|")
          : text;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
