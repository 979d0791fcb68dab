package io.redress.domain.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.domain.decision.DecisionJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class FlatFactsTest {
  private final FlatFacts flat =
      new FlatFacts(
          new CustomFacts(
              List.of(
                  new CustomFacts.Declared("vip", CustomFacts.Type.BOOLEAN, List.of()),
                  new CustomFacts.Declared("orders", CustomFacts.Type.INTEGER, List.of()))));

  @Test
  void factsOfARowAreThoseThatWereWrittenIntoIt() {
    RandomDisputes random = new RandomDisputes(7);
    for (int i = 0; i < 500; i++) {
      ObjectNode facts = random.json(random.next(Dispute.class));
      List<String> names = new ArrayList<>();
      List<String> cells = new ArrayList<>();
      flatten("", facts, names, cells);

      assertThat(read(flat.facts(names, cells)))
          .as("row %d", i)
          .usingRecursiveComparison()
          .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
          .isEqualTo(read(facts));
    }
  }

  private static Dispute read(ObjectNode facts) {
    List<FactProblem> problems = new ArrayList<>();
    Dispute dispute = new RecordReader(problems, CustomFacts.NONE).read(facts, "", Dispute.class);
    assertThat(problems).isEmpty();
    return dispute;
  }

  /** Writes facts as a person does: words of a list in one cell, elements by number. */
  private void flatten(String path, JsonNode node, List<String> names, List<String> cells) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(one -> flatten(path + one.getKey() + ".", one.getValue(), names, cells));
      return;
    }
    if (node instanceof ArrayNode array && !array.isEmpty() && array.get(0).isObject()) {
      for (int i = 0; i < array.size(); i++) {
        flatten(path + i + ".", array.get(i), names, cells);
      }
      return;
    }
    names.add(path.substring(0, path.length() - 1));
    cells.add(
        node instanceof ArrayNode words
            ? StreamSupport.stream(words.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining("; "))
            : node.isNull() ? "" : node.asText());
  }

  @Test
  void cellsBecomeWhatTheirFactsAre() {
    assertThat(
            row(
                    "disputeType", "NOT_RECEIVED",
                    "order.quantity", "20.0",
                    "order.unitPrice", "12.50",
                    "problem.safetyHazard", "TRUE",
                    "evidence.types", "PHOTO, VIDEO",
                    "granted", "[{\"type\":\"PARTIAL_REFUND\",\"percent\":12.5}]",
                    "custom.vip", "false",
                    "custom.orders", "3")
                .toString())
        .isEqualTo(
            DecisionJson.read(
                    """
                {"disputeType": "NOT_RECEIVED",
                 "order": {"quantity": 20, "unitPrice": "12.50"},
                 "problem": {"safetyHazard": true},
                 "evidence": {"types": ["PHOTO", "VIDEO"]},
                 "granted": [{"type": "PARTIAL_REFUND", "percent": 12.5}],
                 "custom": {"vip": false, "orders": 3}}
                """)
                .toString());
  }

  @Test
  void blankCellsAreAbsentFacts() {
    assertThat(row("reason", " ", "order.quantity", "", "asOf", "2026-03-01"))
        .isEqualTo(DecisionJson.read("{\"asOf\": \"2026-03-01\"}"));
  }

  @Test
  void whatIsNoValueOfItsFactIsLeftForTheReaderToReport() {
    assertThat(row("order.quantity", "many", "problem.safetyHazard", "ja", "granted", "none"))
        .isEqualTo(
            DecisionJson.read(
                """
                {"order": {"quantity": "many"}, "problem": {"safetyHazard": "ja"}, "granted": "none"}
                """));
  }

  @Test
  void columnsAreKnownByTheNamesOfFacts() {
    assertThat(flat.kind("problem.defects.12.quantity")).contains(FlatFacts.Kind.NUMBER);
    assertThat(flat.kind("granted.0.amount")).contains(FlatFacts.Kind.AMOUNT);
    assertThat(flat.kind("order.orderedOn")).contains(FlatFacts.Kind.DAY);
    assertThat(flat.kind("order")).isEmpty();
    assertThat(flat.kind("custom.unknown")).isEmpty();
    assertThat(flat.kind("order.0.quantity")).isEmpty();
  }

  private ObjectNode row(String... namesAndCells) {
    List<String> all = Arrays.asList(namesAndCells);
    List<String> names = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < all.size(); i += 2) {
      names.add(all.get(i));
      cells.add(all.get(i + 1));
    }
    return flat.facts(names, cells);
  }
}
