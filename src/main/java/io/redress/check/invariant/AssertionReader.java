package io.redress.check.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.domain.decision.Decision;
import io.redress.rules.source.ProblemCode;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the assertion of a law. */
final class AssertionReader {
  static final List<String> ASSERTIONS =
      List.of("then", "never", "neverFalls", "mayDiffer", "check");

  private static final String WITHIN_PRICE = "refund-within-price";
  private static final List<String> PARTS =
      Arrays.stream(Decision.class.getRecordComponents()).map(RecordComponent::getName).toList();

  private final JsonNode law;
  private final LawProblems problems;

  AssertionReader(JsonNode law, LawProblems problems) {
    this.law = law;
    this.problems = problems;
  }

  /** Null if the law has no assertion, more than one, or an invalid one. */
  @Nullable Assertion read() {
    List<String> assertions = ASSERTIONS.stream().filter(law::has).toList();
    if (assertions.size() != 1) {
      problems.add(
          assertions.isEmpty() ? "" : "/" + assertions.get(1),
          assertions.isEmpty() ? ProblemCode.MISSING : ProblemCode.TWO_DEMANDS,
          assertions.isEmpty() ? "the law asserts nothing." : "the law has two assertions.",
          "Write one of " + String.join(", ", ASSERTIONS) + ".");
      return null;
    }
    String key = assertions.get(0);
    JsonNode value = law.get(key);
    boolean ofTwo = key.equals("neverFalls") || key.equals("mayDiffer");
    if (!ofTwo && law.has("change")) {
      problems.add(
          "/change",
          ProblemCode.CHANGE_UNUSED,
          key + " checks one decision, in which nothing changes.",
          "Write neverFalls or mayDiffer, or remove change.");
    }
    Change change = ofTwo ? new ChangeReader(law, problems).read() : null;
    return switch (key) {
      case "then" -> new Assertion.Then(problems.expectations().read(value, "/then"));
      case "never" -> new Assertion.Never(problems.expectations().read(value, "/never"));
      case "check" ->
          word(key, List.of(WITHIN_PRICE))
              .map(known -> new Assertion.RefundWithinPrice())
              .orElse(null);
      case "neverFalls" -> {
        Optional<Measure> measure = word(key, Measure.words()).map(Measure::parse);
        yield change == null || measure.isEmpty()
            ? null
            : new Assertion.NeverFalls(change, measure.get());
      }
      default -> {
        Set<String> parts = parts(value);
        yield change == null ? null : new Assertion.MayDiffer(change, parts);
      }
    };
  }

  private Set<String> parts(JsonNode value) {
    Set<String> parts = new HashSet<>();
    for (JsonNode part : value.isArray() ? value : List.of(value)) {
      parts.add(part.asText());
    }
    for (String part : parts) {
      if (!PARTS.contains(part)) {
        problems.unknown("/mayDiffer", part, PARTS, "in a decision");
      }
    }
    return parts;
  }

  private Optional<String> word(String key, Collection<String> words) {
    String word = law.get(key).asText();
    if (words.contains(word)) {
      return Optional.of(word);
    }
    problems.unknown("/" + key, word, words, "here");
    return Optional.empty();
  }
}
