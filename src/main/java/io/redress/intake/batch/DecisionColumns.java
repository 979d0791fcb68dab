package io.redress.intake.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The columns of decisions in a table. */
final class DecisionColumns {
  /** The first has the line of the input, the others the members of the decision. */
  static final List<String> NAMES =
      List.of(
          "line",
          "disputeId",
          "asOf",
          "resolution",
          "reasonCode",
          "caseStatus",
          "actions",
          "nextOrderDiscountPercent",
          "refund.amount",
          "refund.currency",
          "refund.percentOfGoods",
          "refund.shippingFee",
          "refund.alreadyGranted",
          "replacementQuantity",
          "goods",
          "returnFeePaidBy",
          "reshipFeePaidBy",
          "evidence.types",
          "dates.answerBy",
          "dates.respondBy",
          "dates.returnBy",
          "dates.refundBy",
          "dates.shipBefore",
          "dates.nextReviewBy",
          "warnings",
          "custom",
          "ruleSet.version",
          "letter.locale",
          "letter.subject",
          "letter.body");

  private DecisionColumns() {}

  /** The values in the order of the columns: texts, numbers, or missing. */
  static List<JsonNode> of(long line, JsonNode decision) {
    List<JsonNode> values = new ArrayList<>();
    values.add(JsonNodeFactory.instance.numberNode(line));
    NAMES.stream()
        .skip(1)
        .map(name -> decision.at("/" + name.replace('.', '/')))
        .map(DecisionColumns::cell)
        .forEach(values::add);
    return values;
  }

  /** Elements of a list are named by their type or code. */
  private static JsonNode cell(JsonNode value) {
    if (value.isArray()) {
      String names =
          StreamSupport.stream(value.spliterator(), false)
              .map(one -> one.path("type").asText(one.path("code").asText(one.asText())))
              .collect(Collectors.joining(" "));
      return names.isEmpty() ? MissingNode.getInstance() : TextNode.valueOf(names);
    }
    return value.isObject() ? TextNode.valueOf(value.toString()) : value;
  }
}
