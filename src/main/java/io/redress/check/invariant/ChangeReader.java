package io.redress.check.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.redress.check.scenario.Candidates;
import io.redress.check.scenario.FactTree;
import io.redress.platform.text.ClosestWord;
import io.redress.rules.source.LocatedJson;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.table.OwnTerms;
import io.redress.rules.table.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the member {@code change} of a law: which fact changes, and how. */
final class ChangeReader {
  private static final String EXAMPLE = "Write for example change: {buyer.claimsLast90Days: more}.";
  private static final String ABSENT = "absent";

  private final JsonNode law;
  private final LawProblems problems;

  ChangeReader(JsonNode law, LawProblems problems) {
    this.law = law;
    this.problems = problems;
  }

  /** Null if the change is invalid. */
  @Nullable Change read() {
    JsonNode change = law.path("change");
    if (!change.isObject() || change.size() != 1) {
      problems.add("/change", ProblemCode.MISSING, "the law does not change one fact.", EXAMPLE);
      return null;
    }
    String name = change.fieldNames().next();
    JsonNode how = change.get(name);
    String pointer = LocatedJson.pointer("/change", name);
    Optional<Term> fact = problems.terms().named(name).filter(Candidates::isFact);
    if (fact.isEmpty()) {
      if (!problems.terms().own().complete() && name.startsWith(OwnTerms.PREFIX)) {
        return null;
      }
      problems.add(
          pointer, ProblemCode.UNKNOWN_NAME, "no fact is called " + name + ".", closestFact(name));
      return null;
    }
    return how.isArray() ? through(fact.get(), how, pointer) : towards(fact.get(), how, pointer);
  }

  private String closestFact(String name) {
    List<String> facts =
        problems.terms().all().stream().filter(Candidates::isFact).map(Term::name).toList();
    return ClosestWord.advice(name, facts, "Use a fact's name, such as buyer.claimsLast90Days.");
  }

  private @Nullable Change through(Term fact, JsonNode values, String pointer) {
    if (values.size() < 2) {
      problems.add(
          pointer,
          ProblemCode.VALUE_NOT_ALLOWED,
          "one value is not a change.",
          "Name at least two.");
      return null;
    }
    List<JsonNode> ladder = new ArrayList<>();
    for (JsonNode value : values) {
      boolean absent = value.asText().equals(ABSENT);
      if (absent && fact.name().equals(FactTree.AS_OF)) {
        problems.add(
            pointer,
            ProblemCode.VALUE_NOT_ALLOWED,
            "the day of the decision cannot be absent.",
            "Remove absent.");
      } else if (!absent) {
        FactTree.none()
            .with(fact.name(), value)
            .problems(fact.name(), problems.terms().own().facts())
            .stream()
            .limit(1)
            .forEach(
                problem ->
                    problems.add(
                        pointer,
                        ProblemCode.VALUE_NOT_ALLOWED,
                        (value.isTextual() ? value.textValue() : value)
                            + " is not a valid "
                            + fact.name()
                            + ": "
                            + problem.message(),
                        "Write a value that a request may contain."));
      }
      ladder.add(absent ? JsonNodeFactory.instance.nullNode() : value);
    }
    return new Change.Through(fact, ladder);
  }

  private @Nullable Change towards(Term fact, JsonNode how, String pointer) {
    List<Change.Direction> fitting =
        Arrays.stream(Change.Direction.values()).filter(one -> one.fits(fact)).toList();
    for (Change.Direction direction : fitting) {
      if (direction.word().equals(how.asText())) {
        return new Change.Towards(fact, direction);
      }
    }
    String words = fitting.stream().map(Change.Direction::word).collect(Collectors.joining(", "));
    problems.add(
        pointer,
        ProblemCode.VALUE_NOT_ALLOWED,
        fact.name() + " cannot change to " + how.asText() + ".",
        "Use " + (words.isEmpty() ? "" : words + ", or ") + "a list of values.");
    return null;
  }
}
