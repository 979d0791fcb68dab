package io.redress.rules.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LetterFilesTest {
  private static final String EN = "letters/en.txt";
  private static final String DE = "letters/de.txt";

  static List<String> tags() {
    return ShippedLetters.TAGS;
  }

  @Test
  void shippedLettersHaveNoProblem() {
    assertThat(ShippedLetters.problems(ShippedLetters.files())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("tags")
  void shippedLettersHaveTheSameTextsInEveryLanguage(String tag) {
    assertThat(names("letters/" + tag + ".txt")).containsExactlyElementsOf(names(EN));
  }

  @ParameterizedTest
  @MethodSource("tags")
  void shippedLettersHaveTheSamePlaceholdersInEveryLanguage(String tag) {
    Map<String, LetterFile.Text> texts = texts("letters/" + tag + ".txt");
    texts(EN)
        .forEach(
            (name, text) ->
                assertThat(placeholders(texts.get(name).body()))
                    .as(name)
                    .containsExactlyElementsOf(placeholders(text.body())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hello {buyer}! | PLACEHOLDER_UNKNOWN | {buyer}",
        "Order {itm} | PLACEHOLDER_UNKNOWN | Did you mean {item}?",
        "Order {item} | PLACEHOLDER_MAY_BE_UNKNOWN | [[ and ]]",
        "[[Order {item]] | PATTERN_MALFORMED | braces",
        "[[Order {item}]] } | PATTERN_MALFORMED | braces",
        "[[{orderedQuantity, plural, one {x}}]] | PATTERN_MALFORMED | other",
        "[[Order {item} | PHRASE_NOT_CLOSED | no end",
        "[[Order [[{item}]] now]] | PHRASE_NOT_CLOSED | no end",
        "[[{orderedOn, date, short}]] | FORMAT_NOT_SUPPORTED | formatted",
        "[[{orderedQuantity, plural, offset:1 other {x}}]] | FORMAT_NOT_SUPPORTED | plural",
        "[[{item, plural, other {x}}]] | FORMAT_NOT_SUPPORTED | plural",
        "[[{parcel}]] | FORMAT_NOT_SUPPORTED | select",
        "{parcel, select, LOSD {x} other {y}} | CHOICE_UNKNOWN | Did you mean LOST?",
        "{parcel, select, LOST {x}} | PATTERN_MALFORMED | other",
        "{parcel, select, LOST {{item}} other {}} | PLACEHOLDER_MAY_BE_UNKNOWN | [[ and ]]",
        "[[l'{item}]] | PLACEHOLDER_QUOTED | curly"
      })
  void problemInATextIsReportedWithItsLine(String text, ProblemCode code, String part) {
    List<RuleProblem> problems = replacing("closing", text);

    assertThat(problems).extracting(RuleProblem::code).contains(code);
    RuleProblem problem = problems.get(0);
    assertThat(problem.file()).isEqualTo(EN);
    assertThat(problem.line()).isEqualTo(texts(EN).get("closing").line());
    assertThat(problem.toString()).contains(part);
  }

  @Test
  void problemOnASecondLineIsReportedThere() {
    assertThat(replacing("closing", "one\ntwo {item}"))
        .singleElement()
        .extracting(RuleProblem::line)
        .isEqualTo(texts(EN).get("closing").line() + 1);
  }

  @Test
  void missingTextIsReported() {
    Map<String, byte[]> files = ShippedLetters.files();
    edit(files, EN, "[action.REJECT]", "[action.REPLACEMENT.LOST]");

    assertThat(ShippedLetters.problems(files))
        .anyMatch(p -> p.file().equals(EN) && p.message().contains("action.REJECT is missing"))
        .anyMatch(p -> p.file().equals(DE) && p.message().contains("action.REPLACEMENT.LOST is"));
  }

  @Test
  void unknownTextIsReportedWithTheClosestName() {
    Map<String, byte[]> files = ShippedLetters.files();
    edit(files, EN, "[closing.REJECT]", "[closing.REJEKT]");

    assertThat(ShippedLetters.problems(files))
        .anyMatch(
            p -> p.code() == ProblemCode.TEXT_UNKNOWN && p.suggestion().contains("closing.REJECT"));
  }

  @Test
  void textThatMayBecomeTooLongForTheJournalIsReported() {
    Map<String, byte[]> files = ShippedLetters.files();
    edit(files, DE, "{buyerName}", "{buyerName} ".repeat(20));

    assertThat(ShippedLetters.problems(files))
        .singleElement()
        .matches(p -> p.code() == ProblemCode.TEXT_TOO_LONG && p.file().equals(DE))
        .extracting(RuleProblem::suggestion)
        .isEqualTo("Shorten it to at most 4000.");
  }

  @Test
  void translationMayNotAddTexts() {
    Map<String, byte[]> files = ShippedLetters.files();
    edit(files, DE, "[cause.STRIKE]", "[cause.STRIKES]");

    assertThat(ShippedLetters.problems(files))
        .extracting(RuleProblem::file, RuleProblem::code)
        .containsExactlyInAnyOrder(
            tuple(DE, ProblemCode.TEXT_UNKNOWN), tuple(DE, ProblemCode.TEXT_MISSING));
  }

  @Test
  void translationHasThePlaceholdersOfTheEnglishText() {
    Map<String, byte[]> files = ShippedLetters.files();
    edit(files, DE, "{discountPercent}", "f\u00fcnf");

    assertThat(ShippedLetters.problems(files))
        .first()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.PLACEHOLDER_MISSING);
              assertThat(problem.file()).isEqualTo(DE);
              assertThat(problem.value()).isEqualTo("discountPercent");
              assertThat(problem.message())
                  .startsWith("action.NEXT_ORDER_DISCOUNT lacks the placeholder {discountPercent}");
            });
  }

  @Test
  void duplicateEmptyAndUnnamedTextsAreReported() {
    Map<String, byte[]> files = ShippedLetters.files();
    edit(files, EN, "[cause.STRIKE]", "[closing.REJECT]\nAgain.\n[cause.STRIKE]");
    edit(files, EN, "[cause.LATE]", "[cause.HEAT]\n[cause.LATE]");
    edit(files, EN, "# The letters in English", "The letters in English");

    assertThat(ShippedLetters.problems(files))
        .extracting(RuleProblem::code)
        .contains(ProblemCode.TEXT_TWICE, ProblemCode.TEXT_EMPTY, ProblemCode.TEXT_WITHOUT_NAME);
  }

  @Test
  void otherEncodingIsRejectedWithItsLine() {
    Map<String, byte[]> files = ShippedLetters.files();
    files.put(DE, "[closing]\nGrüße".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(ShippedLetters.problems(files))
        .anyMatch(p -> p.code() == ProblemCode.NOT_UTF8 && Integer.valueOf(2).equals(p.line()));
  }

  @Test
  void utf16IsReportedOnce() {
    Map<String, byte[]> files = ShippedLetters.files();
    String english = new String(files.get(EN), StandardCharsets.UTF_8);
    files.put(EN, english.getBytes(StandardCharsets.UTF_16));
    files.put(DE, english.getBytes(StandardCharsets.UTF_16LE));

    assertThat(ShippedLetters.problems(files))
        .extracting(RuleProblem::code)
        .containsExactly(ProblemCode.NOT_UTF8);

    files.put(EN, english.getBytes(StandardCharsets.UTF_8));
    assertThat(ShippedLetters.problems(files))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.file()).isEqualTo(DE);
              assertThat(problem.code()).isEqualTo(ProblemCode.NOT_UTF8);
            });
  }

  @Test
  void textOfSeveralNamesIsReportedOnce() {
    Map<String, byte[]> files = ShippedLetters.files();
    edit(files, EN, texts(EN).get("action.FULL_REFUND").body(), "We pay.");
    edit(files, DE, "[action.PAY_DUTY, ", "[action.PAY_DUTY, action.PAY_DUTIES, ");
    edit(files, DE, "Die Einfuhrabgaben f\u00fcr dieses Paket", "{nothing} Die Abgaben");

    assertThat(ShippedLetters.problems(files))
        .filteredOn(problem -> problem.code() == ProblemCode.PLACEHOLDER_UNKNOWN)
        .hasSize(1);
  }

  @Test
  void byteOrderMarkAndWindowsLineEndsAreAccepted() {
    Map<String, byte[]> files = ShippedLetters.files();
    edit(files, EN, "\n", "\r\n");
    edit(files, EN, "# The letters in English", "\uFEFF# The letters in English");

    assertThat(ShippedLetters.problems(files)).isEmpty();
  }

  @Test
  void englishIsRequired() {
    Map<String, byte[]> files = ShippedLetters.files();
    files.remove(EN);

    assertThat(ShippedLetters.problems(files))
        .extracting(RuleProblem::code)
        .containsExactly(ProblemCode.FILE_MISSING);
  }

  @Test
  void fileIsNamedByALanguage() {
    Map<String, byte[]> files = ShippedLetters.files();
    files.put("letters/english.txt", files.get(EN));

    assertThat(ShippedLetters.problems(files))
        .extracting(RuleProblem::code)
        .containsExactly(ProblemCode.LANGUAGE_UNKNOWN);
  }

  private static List<RuleProblem> replacing(String name, String text) {
    Map<String, byte[]> files = ShippedLetters.files();
    edit(files, EN, texts(EN).get(name).body(), text);
    return ShippedLetters.problems(files);
  }

  private static void edit(Map<String, byte[]> files, String file, String from, String to) {
    String content = new String(files.get(file), StandardCharsets.UTF_8);
    assertThat(content).contains(from);
    files.put(file, content.replace(from, to).getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, LetterFile.Text> texts(String file) {
    return LetterFile.read(file, ShippedLetters.files().get(file), new ArrayList<>()).orElseThrow();
  }

  private static List<String> names(String file) {
    return texts(file).keySet().stream().sorted().toList();
  }

  private static List<String> placeholders(String text) {
    return Arrays.stream(text.split("\\{"))
        .map(part -> part.replaceFirst("(?s)[^A-Za-z].*", ""))
        .filter(name -> Placeholder.named(name) != null)
        .distinct()
        .sorted()
        .toList();
  }
}
