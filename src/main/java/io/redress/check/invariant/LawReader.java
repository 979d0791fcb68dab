package io.redress.check.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.check.expectation.Expectation;
import io.redress.check.expectation.ExpectationReader;
import io.redress.check.scenario.Candidates;
import io.redress.check.scenario.FactTree;
import io.redress.rules.source.LocatedJson;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.table.Terms;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads laws, and reports all their problems. */
final class LawReader {
  /** Neither a range nor {@code absent}. */
  private static final Pattern ONE_VALUE = Pattern.compile("[A-Z][A-Z_]*|\\d+|true|false");

  private static final List<String> CASE = List.of("facts", "decision");
  private static final List<String> KEYS =
      Stream.concat(
              Stream.of("id", "law", "source", "when", "unless", "change"),
              AssertionReader.ASSERTIONS.stream())
          .toList();

  private final Terms terms;
  private final List<RuleProblem> problems;
  private final Set<String> ids = new HashSet<>();

  LawReader(Terms terms, List<RuleProblem> problems) {
    this.terms = terms;
    this.problems = problems;
  }

  /** Empty if the law has problems. */
  Optional<Law> read(LocatedJson entry) {
    int before = problems.size();
    LawProblems lawProblems = new LawProblems(entry, terms, problems);
    if (!entry.tree().isObject()) {
      lawProblems.add(
          "", ProblemCode.NOT_A_LAW, "this entry is not a law.", "Begin it with \"- id:\".");
      return Optional.empty();
    }
    refuseUnknown(lawProblems, "", KEYS, "in a law");
    String id = id(lawProblems);
    String sentence = text(lawProblems, "law");
    String source = entry.tree().has("source") ? text(lawProblems, "source") : null;
    Law.Case when = entry.tree().has("when") ? situation(lawProblems, "/when") : Law.Case.ANY;
    List<Law.Case> unless = exceptions(lawProblems);
    Assertion assertion = new AssertionReader(entry.tree(), lawProblems).read();
    return assertion == null || problems.size() > before
        ? Optional.empty()
        : Optional.of(new Law(id, sentence, source, entry.at(""), when, unless, assertion));
  }

  private String id(LawProblems lawProblems) {
    String id = text(lawProblems, "id");
    if (!id.isEmpty() && !id.matches("[a-z0-9-]{1,64}")) {
      lawProblems.add(
          "/id", ProblemCode.BAD_ID, id + " is not a valid id.", "Use a-z, 0-9 and hyphens only.");
    }
    if (!id.isEmpty() && !ids.add(id)) {
      lawProblems.add(
          "/id", ProblemCode.DUPLICATE_ID, "another law is called " + id + ".", "Use another id.");
    }
    return id;
  }

  private String text(LawProblems lawProblems, String key) {
    JsonNode value = lawProblems.law().tree().path(key);
    if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
      return value.asText();
    }
    lawProblems.add("/" + key, ProblemCode.MISSING, "the law has no " + key + ".", "Write one.");
    return "";
  }

  /** One exception, or a list of them. */
  private List<Law.Case> exceptions(LawProblems lawProblems) {
    JsonNode unless = lawProblems.law().tree().path("unless");
    if (unless.isMissingNode()) {
      return List.of();
    }
    if (!unless.isArray() || unless.isEmpty()) {
      return List.of(situation(lawProblems, "/unless"));
    }
    return IntStream.range(0, unless.size())
        .mapToObj(i -> situation(lawProblems, "/unless/" + i))
        .toList();
  }

  private Law.Case situation(LawProblems lawProblems, String where) {
    JsonNode node = lawProblems.law().tree().at(where);
    String key = where.substring(1).replaceFirst("/.*", "");
    if (!node.isObject() || node.isEmpty()) {
      lawProblems.add(
          where, ProblemCode.MISSING, key + " is empty.", "Write facts: or decision: in it.");
      return Law.Case.ANY;
    }
    refuseUnknown(lawProblems, where, CASE, "in " + key);
    ExpectationReader reader = lawProblems.expectations();
    return new Law.Case(
        expectation(node, where, "facts", reader::readFacts),
        expectation(node, where, "decision", reader::read),
        named(node.path("facts")));
  }

  private Map<String, JsonNode> named(JsonNode facts) {
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

  private boolean canBeSent(String name, JsonNode value) {
    return terms.named(name).filter(Candidates::isFact).isPresent()
        && FactTree.none().with(name, value).problems(name, terms.own().facts()).isEmpty();
  }

  private static @Nullable Expectation expectation(
      JsonNode node, String where, String part, BiFunction<JsonNode, String, Expectation> reader) {
    return node.has(part) ? reader.apply(node.get(part), where + "/" + part) : null;
  }

  private void refuseUnknown(
      LawProblems lawProblems, String pointer, Collection<String> known, String where) {
    lawProblems
        .law()
        .tree()
        .at(pointer)
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                lawProblems.unknown(LocatedJson.pointer(pointer, key), key, known, where);
              }
            });
  }
}
