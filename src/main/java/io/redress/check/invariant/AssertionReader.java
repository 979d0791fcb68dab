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

/** Reads what a law demands. */
final class AssertionReader {
  static final List<String> DEMANDS = List.of("then", "never", "neverFalls", "mayDiffer", "check");

  private static final String WITHIN_PRICE = "refund-within-price";
  private static final List<String> PARTS =
      Arrays.stream(Decision.class.getRecordComponents()).map(RecordComponent::getName).toList();

  private final JsonNode law;
  private final LawProblems faults;

  AssertionReader(JsonNode law, LawProblems faults) {
    this.law = law;
    this.faults = faults;
  }

  /** Null when the law has no demand, or more than one, or one with a fault. */
  @Nullable Assertion read() {
    List<String> demands = DEMANDS.stream().filter(law::has).toList();
    if (demands.size() != 1) {
      faults.add(
          demands.isEmpty() ? "" : "/" + demands.get(1),
          demands.isEmpty() ? ProblemCode.MISSING : ProblemCode.TWO_DEMANDS,
          demands.isEmpty() ? "the law demands nothing." : "the law demands two things.",
          "Write one of " + String.join(", ", DEMANDS) + ".");
      return null;
    }
    String key = demands.get(0);
    JsonNode value = law.get(key);
    boolean ofTwo = key.equals("neverFalls") || key.equals("mayDiffer");
    if (!ofTwo && law.has("change")) {
      faults.add(
          "/change",
          ProblemCode.CHANGE_UNUSED,
          key + " looks at one decision, where nothing changes.",
          "Write neverFalls or mayDiffer, or leave change out.");
    }
    Change change = ofTwo ? new ChangeReader(law, faults).read() : null;
    return switch (key) {
      case "then" -> new Assertion.Then(faults.expectations().read(value, "/then"));
      case "never" -> new Assertion.Never(faults.expectations().read(value, "/never"));
      case "check" ->
          word(key, List.of(WITHIN_PRICE))
              .map(known -> new Assertion.RefundWithinPrice())
              .orElse(null);
      case "neverFalls" -> {
        Optional<Measure> measure = word(key, Measure.words()).map(Measure::written);
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
        faults.unknown("/mayDiffer", part, PARTS, "in a decision");
      }
    }
    return parts;
  }

  private Optional<String> word(String key, Collection<String> words) {
    String word = law.get(key).asText();
    if (words.contains(word)) {
      return Optional.of(word);
    }
    faults.unknown("/" + key, word, words, "here");
    return Optional.empty();
  }
}
