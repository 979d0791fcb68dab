package io.redress.check.expectation;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import io.redress.domain.dispute.CustomFacts;
import io.redress.platform.text.ClosestWord;
import io.redress.platform.text.PlainNumber;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.table.OwnTerms;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A number in the facts or in the decision, such as {@code /decision/refund/amount}.
 *
 * @param ofFacts whether it is one of the facts
 * @param path the names of the members
 * @param money whether it is an amount in the currency of the order
 */
public record NumberPointer(boolean ofFacts, List<String> path, boolean money) {
  private static final String FACTS = "facts";
  private static final String DECISION = "decision";
  private static final String EXAMPLE = "Write one such as /decision/refund/amount.";

  /** Amounts in the currency of the order; all other numbers have no currency. */
  static final Set<String> MONEY =
      Set.of(
          "claimedAmount",
          "unitPrice",
          "shippingFee",
          "discount",
          "tax",
          "dutyPaidByBuyer",
          "amount",
          "alreadyGranted",
          "orderValue",
          "affectedValue",
          "paidAmount");

  private static final Set<CustomFacts.Type> OWN_NUMBERS =
      Set.of(CustomFacts.Type.INTEGER, CustomFacts.Type.DECIMAL, CustomFacts.Type.PERCENT);

  public NumberPointer {
    path = List.copyOf(path);
  }

  /**
   * Reads a pointer; empty if there is a problem.
   *
   * @param at JSON pointer to the text, for problems
   */
  public static Optional<NumberPointer> read(
      String written, OwnTerms own, String at, ExpectationProblems problems) {
    List<String> steps = List.of(written.split("/", -1));
    if (steps.size() < 3
        || !steps.get(0).isEmpty()
        || !List.of(FACTS, DECISION).contains(steps.get(1))) {
      problems.add(
          at,
          ProblemCode.BAD_POINTER,
          written,
          written + " does not point to a number of the facts or the decision.",
          EXAMPLE);
      return Optional.empty();
    }
    boolean ofFacts = steps.get(1).equals(FACTS);
    List<String> path = steps.subList(2, steps.size());
    if (path.get(0).equals(OwnTerms.MEMBER)) {
      return own(written, path, ofFacts, own, at, problems);
    }
    JavaType type = ofFacts ? DecisionNames.facts() : DecisionNames.decision();
    for (String step : path) {
      Map<String, JavaType> fields = DecisionNames.fields(type);
      if (!fields.containsKey(step)) {
        problems.add(
            at,
            ProblemCode.UNKNOWN_NAME,
            written,
            step + " in " + written + " is not a known name here.",
            fields.isEmpty()
                ? "The value before it has no members that can be added up."
                : ClosestWord.advice(step, fields.keySet()));
        return Optional.empty();
      }
      type = fields.get(step);
    }
    if (!isNumber(type.getRawClass())) {
      return noNumber(written, at, problems);
    }
    boolean money = type.hasRawClass(BigDecimal.class) && MONEY.contains(path.get(path.size() - 1));
    return Optional.of(new NumberPointer(ofFacts, path, money));
  }

  private static Optional<NumberPointer> own(
      String written,
      List<String> path,
      boolean ofFacts,
      OwnTerms own,
      String at,
      ExpectationProblems problems) {
    OwnTerms.Use use = ofFacts ? OwnTerms.Use.FACT : OwnTerms.Use.OUTCOME;
    Optional<OwnTerms.Declaration> declared =
        path.size() == 2
            ? own.named(path.get(1)).filter(term -> term.use() == use)
            : Optional.empty();
    if (declared.isEmpty() && own.complete()) {
      problems.add(
          at,
          ProblemCode.UNKNOWN_NAME,
          written,
          OwnTerms.FILE + " declares no " + use.word() + " for " + written + ".",
          ClosestWord.advice(
              path.get(path.size() - 1), own.names(use), "Declare it there, or remove it here."));
      return Optional.empty();
    }
    return declared.isEmpty() || OWN_NUMBERS.contains(declared.get().type())
        ? Optional.of(new NumberPointer(ofFacts, path, false))
        : noNumber(written, at, problems);
  }

  private static Optional<NumberPointer> noNumber(
      String written, String at, ExpectationProblems problems) {
    problems.add(
        at,
        ProblemCode.WRONG_TYPE,
        written,
        written + " is not a number, and cannot be added up.",
        EXAMPLE);
    return Optional.empty();
  }

  static boolean isNumber(Class<?> type) {
    return Number.class.isAssignableFrom(type) || type == int.class || type == long.class;
  }

  /** Returns the number; zero where there is none. */
  public BigDecimal in(JsonNode facts, JsonNode decision) {
    JsonNode value = ofFacts ? facts : decision;
    for (String step : path) {
      value = value.path(step);
    }
    return value.isNumber() || value.isTextual()
        ? PlainNumber.parse(value.asText()).orElse(BigDecimal.ZERO)
        : BigDecimal.ZERO;
  }
}
