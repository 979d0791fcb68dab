package io.redress.check.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.check.scenario.FactTree;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.ProblemList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LawEditTest {
  private static final Path SHIPPED = Path.of("rules/invariants.yaml");

  @Test
  void numberAndSentenceOfTheShippedLawChangeAndNothingElse() throws IOException {
    String before = Files.readString(SHIPPED);
    LawEdit law = LawEdit.of(Files.readAllBytes(SHIPPED), "peak-season-discount").orElseThrow();
    assertThat(law.values())
        .containsExactly(
            new LawEdit.Value("/then/nextOrderDiscountPercent", "nextOrderDiscountPercent", "5"));

    law.set(law.values().get(0), "7");
    law.setSentence(law.sentence().replace("5%", "7%"));

    assertThat(new String(law.bytes(), StandardCharsets.UTF_8))
        .isEqualTo(
            before
                .replace(
                    "then: {nextOrderDiscountPercent: 5}", "then: {nextOrderDiscountPercent: 7}")
                .replace("peak season gets 5% off", "peak season gets 7% off"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|~unless: {facts: {reason: LOST, order.quantity: 2}}#",
        "~unless: {decision: {resolution: REJECT}}#|"
            + "~unless: [{decision: {resolution: REJECT}}, {facts: {reason: LOST, order.quantity: 2}}]#",
        "~unless: [{decision: {resolution: REJECT}}]#|"
            + "~unless: [{decision: {resolution: REJECT}}, {facts: {reason: LOST, order.quantity: 2}}]#",
        "~unless:#    decision:#      resolution: REJECT#|"
            + "~unless: [{decision: {resolution: REJECT}}, {facts: {reason: LOST, order.quantity: 2}}]#",
      })
  void exceptionIsAddedToThoseThatThereAre(String unless, String expected) throws IOException {
    String law = "- id: one # c\n  law: One.\n%s  then: {refund: absent} # end\n\n# last\n";
    FactTree facts =
        new FactTree(
            (ObjectNode)
                new ObjectMapper()
                    .readTree(
                        "{\"reason\": \"LOST\", \"order\": {\"quantity\": 2, \"item\": \"x\"}}"));
    String before = law.formatted(unless.replace("~", "  ").replace("#", "\n"));
    LawEdit edit = LawEdit.of(before.getBytes(StandardCharsets.UTF_8), "one").orElseThrow();

    edit.except(facts, Set.of("reason", "order.quantity"));

    assertThat(new String(edit.bytes(), StandardCharsets.UTF_8))
        .isEqualTo(law.formatted(expected.replace("~", "  ").replace("#", "\n")));
    ProblemList problems = new ProblemList();
    Invariants.read(Map.of(RuleSetFiles.INVARIANTS, edit.bytes()), problems);
    assertThat(problems).isEmpty();
  }

  /** Each law becomes another one and then itself again. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void lawsChangeAloneAndBackToTheSameBytes(long seed) throws IOException {
    byte[] bytes = Files.readAllBytes(SHIPPED);
    Random random = new Random(seed);
    List<String> ids = LawEdit.all(bytes).stream().map(law -> law.path("id").asText()).toList();
    assertThat(ids).hasSizeGreaterThan(20);
    for (String id : ids) {
      LawEdit law = LawEdit.of(bytes, id).orElseThrow();
      String text = law.text();
      String added = "\n  # " + random.nextInt();
      law.setText(text + added);
      assertThat(new String(law.bytes(), StandardCharsets.UTF_8))
          .isEqualTo(new String(bytes, StandardCharsets.UTF_8).replace(text, text + added));
      assertThat(LawEdit.all(law.bytes())).isEqualTo(LawEdit.all(bytes));

      LawEdit values = LawEdit.of(bytes, id).orElseThrow();
      List<LawEdit.Value> before = values.values();
      before.forEach(value -> values.set(value, "9" + random.nextInt(9)));
      LawEdit back = LawEdit.of(values.bytes(), id).orElseThrow();
      for (int i = 0; i < before.size(); i++) {
        back.set(back.values().get(i), before.get(i).text());
      }
      assertThat(LawEdit.all(back.bytes())).isEqualTo(LawEdit.all(bytes));
    }
  }

  @Test
  void unknownLawAndUnreadableFileHaveNone() {
    assertThat(LawEdit.of(new byte[0], "one")).isEmpty();
    assertThat(LawEdit.of("- id: two".getBytes(StandardCharsets.UTF_8), "one")).isEmpty();
    assertThat(LawEdit.of("a: b".getBytes(StandardCharsets.UTF_8), "one")).isEmpty();
  }
}
