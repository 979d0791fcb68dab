package io.redress.check.expectation;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.rules.source.ProblemCode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads ranges of numbers or days. */
final class RangeReader {
  private static final Pattern RANGE =
      Pattern.compile("([\\[(])\\s*(.+?)\\s*\\.\\.\\s*(.+?)\\s*([\\])])");
  private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>)\\s*(.+)");

  private final ExpectationProblems faults;

  RangeReader(ExpectationProblems faults) {
    this.faults = faults;
  }

  /** Such as {@code [5..7]} or {@code >= 5}; empty when it does not read as a range. */
  Optional<Expectation> read(JsonNode node, String pointer) {
    Matcher range = RANGE.matcher(node.asText());
    if (range.matches()) {
      return Optional.of(
          new Expectation.Within(
              bound(range.group(2), node, pointer),
              range.group(1).equals("["),
              bound(range.group(3), node, pointer),
              range.group(4).equals("]")));
    }
    Matcher comparison = COMPARISON.matcher(node.asText());
    if (comparison.matches()) {
      Bound bound = bound(comparison.group(2), node, pointer);
      boolean included = comparison.group(1).endsWith("=");
      return Optional.of(
          comparison.group(1).startsWith(">")
              ? new Expectation.Within(bound, included, null, false)
              : new Expectation.Within(null, false, bound, included));
    }
    return Optional.empty();
  }

  /** One end of a range; null when it is neither a number nor a day. */
  @Nullable Bound bound(String text, JsonNode written, String pointer) {
    Bound bound = Bound.of(text).orElse(null);
    if (bound == null) {
      faults.add(
          pointer,
          ProblemCode.WRONG_TYPE,
          written,
          text + " is neither a number nor a day.",
          "Write a range such as [5..7] or [2026-03-02..2026-03-05].");
    }
    return bound;
  }
}
