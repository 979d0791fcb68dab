package io.redress.insight.whatif;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.check.expectation.Expectation;
import io.redress.check.expectation.ExpectationReader;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.DecisionJson;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.FactProblem;
import io.redress.platform.phrase.Phrase;
import io.redress.rules.table.OwnTerms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a decision should be, written as the {@code expect} of a test case. */
public final class Goal {
  private static final String POINTER = "/goal";
  private static final String LETTER = "letter";

  private static final String TRACE = "trace";
  private static final ObjectMapper MAPPER = DecisionJson.mapper();

  private final Expectation expectation;
  private final boolean ofTrace;
  private final @Nullable String resolution;

  /**
   * @param resolution the main remedy; null where the goal does not name one
   */
  private Goal(Expectation expectation, boolean ofTrace, @Nullable String resolution) {
    this.expectation = expectation;
    this.resolution = resolution;
    this.ofTrace = ofTrace;
  }

  /**
   * Reads a goal such as {@code {"resolution": "REPLACEMENT"}} or {@code
   * {"nextOrderDiscountPercent": ">= 10"}}.
   *
   * @param own the outcomes that it may name under {@code custom}
   * @param problems receives all problems; with any, the goal is of no use
   */
  public static Goal read(ObjectNode goal, OwnTerms own, List<FactProblem> problems) {
    boolean ofTrace = false;
    for (Iterator<String> names = goal.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      ofTrace |= name.startsWith(TRACE);
      if (name.equals(LETTER) || name.startsWith(LETTER + ".")) {
        problems.add(problem(POINTER + "/" + name, Phrase.of("insight.goalOfLetter")));
      }
    }
    return new Goal(
        new ExpectationReader(
                (pointer, code, value, message, suggestion) ->
                    problems.add(
                        problem(pointer, Phrase.verbatim(message + " " + suggestion).asSentence())),
                own)
            .read(goal, POINTER),
        ofTrace,
        named(goal.path("resolution")));
  }

  /** The goal that a decision has this main remedy. */
  public static Goal of(ActionType resolution) {
    return read(
        JsonNodeFactory.instance.objectNode().put("resolution", resolution.name()),
        OwnTerms.NONE,
        new ArrayList<>());
  }

  private static FactProblem problem(String pointer, Phrase message) {
    return new FactProblem(FactProblem.Kind.MALFORMED, pointer, message);
  }

  private static @Nullable String named(JsonNode resolution) {
    String name = resolution.asText();
    return Arrays.stream(ActionType.values()).anyMatch(type -> type.name().equals(name))
        ? name
        : null;
  }

  /** Whether a decision reaches it. */
  boolean reachedBy(Decision decision) {
    // Writing a decision as JSON takes as long as deciding, and its trace takes longer.
    if (resolution != null && !resolution.equals(decision.resolution().name())) {
      return false;
    }
    return expectation.accepts(MAPPER.valueToTree(ofTrace ? decision : decision.withoutTrace()));
  }
}
