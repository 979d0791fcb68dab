package io.redress.rules.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlEditTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final String FILE =
      """
      # On top.

      - id: one   # first
        expect:
          # why
          discount: 5  # percent
          actions: {contains: [KEEP, {type: DISCOUNT, percent: 5}]}
          refund:
            amount: "5.00"
            currency: EUR
          text: >
            folded
            over lines

      # between
      - id: zwei 🎁
        list:
          - a
          - 'b'
        none:
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0|/expect/discount|7|discount: 5  # percent|discount: 7  # percent",
        "0|/expect/actions/contains/1/percent|7|percent: 5}|percent: 7}",
        "0|/expect/refund/amount|8.00|\"5.00\"|\"8.00\"",
        "0|/expect/refund|absent|refund:n      amount: \"5.00\"n      currency: EUR|refund: absent",
        "0|/expect/text|one line|>n      foldedn      over lines|one line",
        "1|/list/1|a, b|    - 'b'|    - 'a, b'",
        "1|/list|absent|list:n    - an    - 'b'|list: absent",
        "1|/none|now|none:|none: now",
        "1|/id|NO|- id: zwei 🎁|- id: 'NO'",
      })
  void onlyTheValueChanges(int entry, String pointer, String value, String before, String after) {
    YamlEdit edit = YamlEdit.of(bytes(FILE));
    edit.set(entry, pointer, value.matches("\\d") ? JSON.numberNode(7) : JSON.textNode(value));
    assertThat(text(edit)).isEqualTo(FILE.replace(lines(before), lines(after))).isNotEqualTo(FILE);
  }

  private static String lines(String text) {
    return text.replace("n      ", "\n      ").replace("n    ", "\n    ");
  }

  @Test
  void anEntryIsReplacedWithItsCommentsAndNothingElse() {
    YamlEdit edit = YamlEdit.of(bytes(FILE));
    assertThat(edit.text(1)).isEqualTo("- id: zwei 🎁\n  list:\n    - a\n    - 'b'\n  none:");
    edit.setText(1, "- id: zwei\r\n  list: [] # none\r\n\r\n");
    assertThat(text(edit))
        .isEqualTo(
            FILE.substring(0, FILE.indexOf("- id: zwei")) + "- id: zwei\n  list: [] # none\n");
  }

  @Test
  void aMemberIsAddedOnALineOfItsOwn() {
    YamlEdit edit = YamlEdit.of(bytes(FILE));
    edit.addBefore(0, "expect", "unless", JSON.objectNode().put("late", true));
    assertThat(text(edit))
        .isEqualTo(FILE.replace("  expect:\n", "  unless: {late: true}\n  expect:\n"));
  }

  @Test
  void linesEndAsInTheFile() {
    YamlEdit edit = YamlEdit.of(bytes(FILE.replace("\n", "\r\n")));
    edit.setText(0, edit.text(0));
    edit.addBefore(1, "list", "more", JSON.arrayNode().add(1));
    assertThat(text(edit))
        .isEqualTo(FILE.replace("  list:", "  more: [1]\n  list:").replace("\n", "\r\n"));
  }

  @Test
  void entriesAreFoundById() {
    YamlEdit edit = YamlEdit.of(bytes(FILE));
    assertThat(edit.entry("one")).hasValue(0);
    assertThat(edit.entry("zwei 🎁")).hasValue(1);
    assertThat(edit.entry("three")).isEmpty();
    assertThatThrownBy(() -> YamlEdit.of(bytes("a: b")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Each value of each shipped file, one after the other in random order, becomes another. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anyValueOfTheShippedFilesIsReplacedAlone(long seed) throws IOException {
    Random random = new Random(seed);
    for (Path path : shipped()) {
      byte[] bytes = Files.readAllBytes(path);
      List<LocatedJson> before = YamlEntries.read("a", bytes, new ArrayList<>());
      for (int round = 0; round < 15; round++) {
        int entry = random.nextInt(before.size());
        List<String> pointers = new ArrayList<>(before.get(entry).places().keySet());
        pointers.remove("");
        String pointer =
            pointers.stream()
                .sorted()
                .skip(random.nextInt(pointers.size()))
                .findFirst()
                .orElseThrow();
        JsonNode value = value(random);
        YamlEdit edit = YamlEdit.of(bytes);
        edit.set(entry, pointer, value);
        List<RuleProblem> problems = new ArrayList<>();
        List<LocatedJson> after = YamlEntries.read("a", edit.bytes(), problems);

        assertThat(problems).as(path + pointer).isEmpty();
        assertThat(after).hasSameSizeAs(before);
        assertThat(after.get(entry).tree().at(pointer)).as(path + pointer).isEqualTo(value);
        YamlEdit back = YamlEdit.of(edit.bytes());
        back.set(entry, pointer, YamlEdit.of(bytes).written(entry, pointer));
        if (YamlEdit.of(bytes).isInline(entry, pointer)) {
          assertThat(text(back)).isEqualTo(new String(bytes, StandardCharsets.UTF_8));
        }
        for (int other = 0; other < before.size(); other++) {
          if (other != entry) {
            assertThat(after.get(other).tree()).isEqualTo(before.get(other).tree());
          }
        }
      }
    }
  }

  private static JsonNode value(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> JSON.numberNode(java.math.BigInteger.valueOf(random.nextInt(1000)));
      case 1 -> JSON.textNode("yes: no, # or [true] {}");
      case 2 -> JSON.textNode("two\nlines, \"quoted\" and 'so' ü🎁");
      case 3 -> JSON.arrayNode().add("A").add(JSON.objectNode().put("b", "0.50"));
      case 4 -> JSON.textNode(random.nextBoolean() ? "2026-03-02" : "true");
      default -> JSON.objectNode().put("a.b", "- [1..2]").put("c", random.nextBoolean());
    };
  }

  private static List<Path> shipped() throws IOException {
    try (Stream<Path> cases = Files.list(Path.of("test-cases"))) {
      return Stream.concat(
              Stream.of(Path.of("rules/invariants.yaml")),
              cases.filter(path -> path.toString().endsWith(".yaml")).sorted())
          .toList();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(YamlEdit edit) {
    return new String(edit.bytes(), StandardCharsets.UTF_8);
  }
}
