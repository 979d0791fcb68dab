package io.redress.rules.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.rules.source.ProblemList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterEditTest {
  private static final String FILE =
      """
      # On top.

      [greeting]
      Dear {buyerName},
      # before the next

      [a.ONE, a.TWO]

      First line.
      Second line.

      # Remark
      [last]
      End
      """;

  @Test
  void textChangesAndRemarksStay() {
    assertThat(LetterEdit.texts(bytes(FILE)))
        .containsExactly(
            Map.entry("greeting", "Dear {buyerName},"),
            Map.entry("a.ONE, a.TWO", "First line.\nSecond line."),
            Map.entry("last", "End"));
    assertThat(
            new String(
                LetterEdit.with(bytes(FILE), "a.TWO", " One\r\ntwo \n"), StandardCharsets.UTF_8))
        .isEqualTo(FILE.replace("First line.\nSecond line.", "One\ntwo"));
    assertThat(LetterEdit.with(bytes(FILE), "none", "x")).isEqualTo(bytes(FILE));
    assertThat(LetterEdit.text(bytes(FILE), "a.ONE")).contains("First line.\nSecond line.");
    assertThat(LetterEdit.text(bytes(FILE), "none")).isEmpty();
  }

  @Test
  void linesEndAsInTheFile() {
    byte[] file = bytes(FILE.replace("\n", "\r\n"));
    assertThat(new String(LetterEdit.with(file, "greeting", "Hello,\nyou"), StandardCharsets.UTF_8))
        .isEqualTo(FILE.replace("Dear {buyerName},", "Hello,\nyou").replace("\n", "\r\n"));
  }

  /** Texts of the shipped letters are read as the program reads them, and change alone. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void anyTextOfTheShippedLettersChangesAloneAndBack(long seed) throws IOException {
    Random random = new Random(seed);
    for (String language : List.of("en", "de", "zh", "ru", "pt-PT")) {
      byte[] file = Files.readAllBytes(Path.of("rules/letters/" + language + ".txt"));
      Map<String, LetterFile.Text> read =
          LetterFile.read("a", file, new ProblemList()).orElseThrow();
      List<String> names = new ArrayList<>(read.keySet());
      for (int round = 0; round < 30; round++) {
        String name = names.get(random.nextInt(names.size()));
        String other = "Other\n\nwords " + round;
        String before = LetterEdit.text(file, name).orElseThrow();
        assertThat(before).isEqualTo(read.get(name).body());

        byte[] changed = LetterEdit.with(file, name, other);

        Map<String, LetterFile.Text> after =
            LetterFile.read("a", changed, new ProblemList()).orElseThrow();
        after.forEach(
            (changedName, text) ->
                assertThat(text.body())
                    .isEqualTo(
                        read.get(changedName).body().equals(before)
                                && LetterEdit.text(changed, changedName)
                                    .orElseThrow()
                                    .startsWith("Other")
                            ? other
                            : read.get(changedName).body()));
        assertThat(LetterEdit.with(changed, name, before)).isEqualTo(file);
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
