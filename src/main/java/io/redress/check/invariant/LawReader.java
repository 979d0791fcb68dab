package io.redress.check.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.check.expectation.Expectation;
import io.redress.check.expectation.ExpectationReader;
import io.redress.check.scenario.Candidates;
import io.redress.check.scenario.FactTree;
import io.redress.rules.source.LocatedJson;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.table.Vocabulary;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes laws of what was written, and names every fault of it. */
final class LawReader {
  /** Neither a range nor {@code absent}. */
  private static final Pattern ONE_VALUE = Pattern.compile("[A-Z][A-Z_]*|\\d+|true|false");

  private static final List<String> CASE = List.of("facts", "decision");
  private static final List<String> KEYS =
      Stream.concat(
              Stream.of("id", "law", "source", "when", "unless", "change"),
              AssertionReader.DEMANDS.stream())
          .toList();

  private final List<RuleProblem> problems;
  private final Set<String> ids = new HashSet<>();

  LawReader(List<RuleProblem> problems) {
    this.problems = problems;
  }

  /** Empty when the law has a fault. */
  Optional<Law> read(LocatedJson written) {
    int before = problems.size();
    LawProblems faults = new LawProblems(written, problems);
    if (!written.tree().isObject()) {
      faults.add("", ProblemCode.NOT_A_LAW, "this is no law.", "Begin it with \"- id:\".");
      return Optional.empty();
    }
    refuseUnknown(faults, "", KEYS, "in a law");
    String id = id(faults);
    String sentence = text(faults, "law");
    String source = written.tree().has("source") ? text(faults, "source") : null;
    Law.Case when = written.tree().has("when") ? situation(faults, "when") : Law.Case.ANY;
    Law.Case unless = written.tree().has("unless") ? situation(faults, "unless") : null;
    Assertion demand = new AssertionReader(written.tree(), faults).read();
    return demand == null || problems.size() > before
        ? Optional.empty()
        : Optional.of(new Law(id, sentence, source, written.at(""), when, unless, demand));
  }

  private String id(LawProblems faults) {
    String id = text(faults, "id");
    if (!id.isEmpty() && !id.matches("[a-z0-9-]{1,64}")) {
      faults.add(
          "/id", ProblemCode.BAD_ID, id + " can not be an id.", "Use a-z, 0-9 and hyphens only.");
    }
    if (!id.isEmpty() && !ids.add(id)) {
      faults.add(
          "/id", ProblemCode.DUPLICATE_ID, "another law is called " + id + ".", "Use another id.");
    }
    return id;
  }

  private String text(LawProblems faults, String key) {
    JsonNode value = faults.written().tree().path(key);
    if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
      return value.asText();
    }
    faults.add("/" + key, ProblemCode.MISSING, "the law has no " + key + ".", "Write one.");
    return "";
  }

  private Law.Case situation(LawProblems faults, String key) {
    JsonNode node = faults.written().tree().path(key);
    if (!node.isObject() || node.isEmpty()) {
      String where = "/" + key;
      faults.add(
          where, ProblemCode.MISSING, key + " says nothing.", "Write facts: or decision: in it.");
      return Law.Case.ANY;
    }
    refuseUnknown(faults, "/" + key, CASE, "in " + key);
    ExpectationReader reader = faults.expectations();
    return new Law.Case(
        expectation(node, key, "facts", reader::readFacts),
        expectation(node, key, "decision", reader::read),
        named(node.path("facts")));
  }

  private static Map<String, JsonNode> named(JsonNode facts) {
    Map<String, JsonNode> named = new HashMap<>();
    facts
        .fields()
        .forEachRemaining(
            fact -> {
              if (ONE_VALUE.matcher(fact.getValue().asText()).matches()
                  && canBeSent(fact.getKey(), fact.getValue())) {
                named.put(fact.getKey(), fact.getValue());
              }
            });
    return named;
  }

  private static boolean canBeSent(String name, JsonNode value) {
    return Vocabulary.term(name).filter(Candidates::isFact).isPresent()
        && FactTree.none().with(name, value).faults(name).isEmpty();
  }

  private static @Nullable Expectation expectation(
      JsonNode node, String key, String part, BiFunction<JsonNode, String, Expectation> reader) {
    return node.has(part) ? reader.apply(node.get(part), "/" + key + "/" + part) : null;
  }

  private void refuseUnknown(
      LawProblems faults, String pointer, Collection<String> known, String where) {
    faults
        .written()
        .tree()
        .at(pointer)
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                faults.unknown(LocatedJson.pointer(pointer, key), key, known, where);
              }
            });
  }
}
