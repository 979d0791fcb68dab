package io.redress.check.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.domain.decision.Dates;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** A part of a decision that a new test case can expect. */
public enum ExpectedPart {
  RESOLUTION("resolution"),
  /** The types of the actions in their order; amounts and dates are other parts. */
  ACTIONS("actions") {
    @Override
    JsonNode expected(JsonNode value) {
      ArrayNode types = JsonNodeFactory.instance.arrayNode();
      value.forEach(action -> types.add(action.path("type")));
      return types;
    }
  },
  REASON_CODE("reasonCode"),
  DISCOUNT("nextOrderDiscountPercent"),
  REFUND("refund"),
  REPLACEMENT("replacementQuantity"),
  DATES("dates") {
    @Override
    JsonNode expected(JsonNode value) {
      ObjectNode dates =
          value.isObject() ? value.deepCopy() : JsonNodeFactory.instance.objectNode();
      if (dates.isEmpty()) {
        DATE_NAMES.forEach(name -> dates.put(name, ABSENT));
      }
      return dates;
    }
  },
  CASE_STATUS("caseStatus"),
  /** The outcomes of the seller's own, if there are any. */
  CUSTOM("custom") {
    @Override
    void put(JsonNode decision, ObjectNode expect) {
      if (decision.has(member())) {
        super.put(decision, expect);
      }
    }
  };

  private static final String ABSENT = "absent";
  private static final List<String> DATE_NAMES =
      Arrays.stream(Dates.class.getRecordComponents()).map(RecordComponent::getName).toList();

  private final String member;

  ExpectedPart(String member) {
    this.member = member;
  }

  /** The member name in JSON. */
  public String member() {
    return member;
  }

  void put(JsonNode decision, ObjectNode expect) {
    expect.set(member, expected(decision.path(member)));
  }

  /** Converts the member of a decision to the expectation of it; missing if it is absent. */
  JsonNode expected(JsonNode value) {
    return value.isMissingNode() ? JsonNodeFactory.instance.textNode(ABSENT) : value;
  }
}
