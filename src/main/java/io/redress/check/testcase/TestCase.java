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
 * A test case: facts, and the expected result.
 *
 * @param source where the expectation comes from, such as {@code law: EU 2011/83 art. 18}
 */
record TestCase(String id, String title, @Nullable String source, Place place, Expected expected) {
  private static final ObjectMapper JSON = DecisionJson.mapper();

  CaseOutcome outcome(List<Difference> differences) {
    return new CaseOutcome(id, title, source, place, differences);
  }

  /** The expected result. */
  sealed interface Expected {
    List<Difference> differences(Function<Dispute, Decision> decide, Set<RuleSource> fired);

    /** Empty if the facts are expected to be refused. */
    default Optional<Dispute> dispute() {
      return Optional.empty();
    }
  }

  /** The facts are decided as expected, and identically in two runs. */
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
        taken.fired().forEach(entry -> fired.add(entry.source()));
        first = JSON.valueToTree(taken);
        second = JSON.valueToTree(decide.apply(facts));
      } catch (RuntimeException failed) {
        return List.of(new Difference("decision", "a decision", failure(failed)));
      }
      return first.equals(second) ? decision.differences("", first) : unstable(first, second);
    }

    /** The root cause and the rule in which it happened, without class names. */
    private static String failure(RuntimeException failed) {
      Throwable root = failed;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      String reason =
          Objects.requireNonNullElse(root.getMessage(), root.getClass().getSimpleName());
      Matcher rule = IN_RULE.matcher(Objects.requireNonNullElse(failed.getMessage(), ""));
      return "a failure" + (rule.find() ? " in rule \"" + rule.group(1) + '"' : "") + ": " + reason;
    }

    private static List<Difference> unstable(JsonNode first, JsonNode second) {
      List<Difference> differences = new ArrayList<>();
      first
          .fieldNames()
          .forEachRemaining(
              name ->
                  differences.addAll(
                      new Expectation.Equal(first.get(name)).differences(name, second.path(name))));
      return differences.isEmpty()
          ? List.of(
              new Difference(
                  "decision", "the same members in both runs", "more members in the second run"))
          : differences.stream()
              .map(
                  one ->
                      new Difference(
                          one.name(), one.expected() + " as in the first run", one.actual()))
              .toList();
    }
  }

  /** The facts are refused, with problems at least at these JSON pointers. */
  record Refused(List<String> expected, Set<String> problemPointers) implements Expected {
    Refused {
      expected = List.copyOf(expected);
      problemPointers = Set.copyOf(problemPointers);
    }

    @Override
    public List<Difference> differences(Function<Dispute, Decision> decide, Set<RuleSource> fired) {
      String actual =
          problemPointers.isEmpty()
              ? "accepted"
              : problemPointers.stream()
                  .sorted()
                  .collect(Collectors.joining(", ", "refused at ", ""));
      return expected.stream()
          .filter(pointer -> !problemPointers.contains(pointer))
          .map(pointer -> new Difference("facts", "refused at " + pointer, actual))
          .toList();
    }
  }
}
