package io.redress.rules.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.rules.source.HostileTexts;
import io.redress.rules.source.RuleProblem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Letters write hostile texts and facts verbatim, or the file is rejected by line. */
class HostileLettersTest {
  private static final String EN = "letters/en.txt";
  private static final String CLOSING = "[closing]\n";

  static Stream<String> texts() {
    return HostileTexts.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void hostileTextsAreWrittenVerbatimOrRejectedByLine(String hostile) {
    List<RuleProblem> problems = new ArrayList<>();
    Letters letters =
        Letters.read(
            edited(CLOSING, CLOSING + hostile + "\n"), ShippedLetters.ALL, Set.of(), problems);

    if (hostile.contains("{")) {
      assertThat(problems).isNotEmpty().allMatch(problem -> problem.line() != null);
    } else {
      assertThat(problems).isEmpty();
      assertThat(letters.write(Decided.dress("en").decision()).body()).contains(hostile);
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void hostileNamesAreRejectedByLine(String hostile) {
    String name = hostile.replace("\n", " ");
    List<RuleProblem> problems = new ArrayList<>();
    Letters.read(
        edited(CLOSING, "[" + name + "]\nWords.\n" + CLOSING),
        ShippedLetters.ALL,
        Set.of(),
        problems);

    assertThat(problems)
        .isNotEmpty()
        .allSatisfy(
            problem -> {
              assertThat(problem.file()).isEqualTo(EN);
              assertThat(problem.line()).isNotNull();
            });
  }

  @ParameterizedTest
  @MethodSource("texts")
  void hostileFactsAreWrittenVerbatim(String hostile) {
    String item = hostile.replace("\n", " ");
    Decided dress = Decided.dress("en");
    dress.buyer = item;
    dress.trackingNumber = item;

    assertThat(ShippedLetters.read().write(dress.decision()).body())
        .contains("Dear " + item + ",", item);
  }

  private static Map<String, byte[]> edited(String from, String to) {
    Map<String, byte[]> files = ShippedLetters.files();
    files.keySet().retainAll(List.of(EN));
    String text = new String(files.get(EN), StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    files.put(EN, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    return files;
  }
}
