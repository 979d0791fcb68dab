package io.redress.check.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.check.expectation.Difference;
import io.redress.check.expectation.Expectation;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.DecisionJson;
import io.redress.domain.decision.RuleSource;
import io.redress.domain.dispute.Dispute;
import io.redress.rules.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One case: facts, and what has to come of them.
 *
 * @param source who says so, e.g. {@code law: EU 2011/83 art. 18}
 */
record TestCase(String id, String title, @Nullable String source, Place place, Expected expected) {
  private static final ObjectMapper JSON = DecisionJson.mapper();

  CaseOutcome cameOut(List<Difference> differences) {
    return new CaseOutcome(id, title, source, place, differences);
  }

  /** What has to come of the facts. */
  sealed interface Expected {
    List<Difference> differences(Function<Dispute, Decision> decide, Set<RuleSource> fired);

    /** Empty where the facts are refused. */
    default Optional<Dispute> dispute() {
      return Optional.empty();
    }
  }

  /** The facts are decided, as expected and the same each time. */
  record Decided(Dispute facts, Expectation decision) implements Expected {
    private static final Pattern IN_RULE =
        Pattern.compile("executing consequence for rule \"([^\"]*)\"");

    @Override
    public Optional<Dispute> dispute() {
      return Optional.of(facts);
    }

    @Override
    public List<Difference> differences(Function<Dispute, Decision> decide, Set<RuleSource> fired) {
      JsonNode first;
      JsonNode second;
      try {
        Decision taken = decide.apply(facts);
        fired.addAll(taken.trace());
        first = JSON.valueToTree(taken);
        second = JSON.valueToTree(decide.apply(facts));
      } catch (RuntimeException broken) {
        return List.of(new Difference("decision", "one", failure(broken)));
      }
      return first.equals(second) ? decision.differences("", first) : unsteady(first, second);
    }

    /** What went wrong at the root, and which rule it was in, without the names of classes. */
    private static String failure(RuntimeException broken) {
      Throwable root = broken;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      String reason =
          Objects.requireNonNullElse(root.getMessage(), root.getClass().getSimpleName());
      Matcher rule = IN_RULE.matcher(Objects.requireNonNullElse(broken.getMessage(), ""));
      return "a failure" + (rule.find() ? " in rule \"" + rule.group(1) + '"' : "") + ": " + reason;
    }

    private static List<Difference> unsteady(JsonNode first, JsonNode second) {
      List<Difference> differences = new ArrayList<>();
      first
          .fieldNames()
          .forEachRemaining(
              name ->
                  differences.addAll(
                      new Expectation.Equal(first.get(name)).differences(name, second.path(name))));
      return differences.isEmpty()
          ? List.of(new Difference("decision", "the same twice", "one with more fields"))
          : differences.stream()
              .map(
                  one ->
                      new Difference(one.name(), "the same twice, " + one.expected(), one.actual()))
              .toList();
    }
  }

  /** The facts are refused, with faults at these JSON pointers, and perhaps at others. */
  record Refused(List<String> expected, Set<String> faulty) implements Expected {
    Refused {
      expected = List.copyOf(expected);
      faulty = Set.copyOf(faulty);
    }

    @Override
    public List<Difference> differences(Function<Dispute, Decision> decide, Set<RuleSource> fired) {
      String actual =
          faulty.isEmpty()
              ? "accepted"
              : faulty.stream().sorted().collect(Collectors.joining(", ", "refused at ", ""));
      return expected.stream()
          .filter(pointer -> !faulty.contains(pointer))
          .map(pointer -> new Difference("facts", "refused at " + pointer, actual))
          .toList();
    }
  }
}
