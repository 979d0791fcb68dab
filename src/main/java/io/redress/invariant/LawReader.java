package io.redress.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.decision.Decision;
import io.redress.dispute.Closest;
import io.redress.expectation.Expectation;
import io.redress.expectation.ExpectationReader;
import io.redress.scenario.Candidates;
import io.redress.scenario.FactTree;
import io.redress.source.ProblemCode;
import io.redress.source.RuleProblem;
import io.redress.source.Written;
import io.redress.table.Vocabulary;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes laws of what was written, and names every fault of it. */
final class LawReader {
  private static final String WITHIN_PRICE = "refund-within-price";
  private static final List<String> DEMANDS =
      List.of("then", "never", "neverFalls", "mayDiffer", "check");

  /** Neither a range nor {@code absent}. */
  private static final Pattern ONE_VALUE = Pattern.compile("[A-Z][A-Z_]*|\\d+|true|false");

  private static final List<String> CASE = List.of("facts", "decision");
  private static final List<String> KEYS =
      List.of(
          "id",
          "law",
          "source",
          "when",
          "unless",
          "change",
          "then",
          "never",
          "neverFalls",
          "mayDiffer",
          "check");

  private static final List<String> PARTS =
      Arrays.stream(Decision.class.getRecordComponents()).map(RecordComponent::getName).toList();

  private final List<RuleProblem> problems;
  private final Set<String> ids = new HashSet<>();

  LawReader(List<RuleProblem> problems) {
    this.problems = problems;
  }

  /** Empty when the law has a fault. */
  Optional<Law> read(Written written) {
    int before = problems.size();
    if (!written.tree().isObject()) {
      problem(written, "", ProblemCode.NOT_A_LAW, "this is no law.", "Begin it with \"- id:\".");
      return Optional.empty();
    }
    refuseUnknown(written, "", KEYS, "in a law");
    String id = id(written);
    String sentence = text(written, "law");
    String source = written.tree().has("source") ? text(written, "source") : null;
    Law.Case when = written.tree().has("when") ? situation(written, "when") : Law.Case.ANY;
    Law.Case unless = written.tree().has("unless") ? situation(written, "unless") : null;
    Demand demand = demand(written);
    return demand == null || problems.size() > before
        ? Optional.empty()
        : Optional.of(new Law(id, sentence, source, written.at(""), when, unless, demand));
  }

  private String id(Written written) {
    String id = text(written, "id");
    if (!id.isEmpty() && !id.matches("[a-z0-9-]{1,64}")) {
      problem(
          written,
          "/id",
          ProblemCode.BAD_ID,
          id + " can not be an id.",
          "Use a-z, 0-9 and hyphens only.");
    }
    if (!id.isEmpty() && !ids.add(id)) {
      problem(
          written,
          "/id",
          ProblemCode.DUPLICATE_ID,
          "another law is called " + id + ".",
          "Use another id.");
    }
    return id;
  }

  private String text(Written written, String key) {
    JsonNode value = written.tree().path(key);
    if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
      return value.asText();
    }
    problem(written, "/" + key, ProblemCode.MISSING, "the law has no " + key + ".", "Write one.");
    return "";
  }

  private Law.Case situation(Written written, String key) {
    JsonNode node = written.tree().path(key);
    if (!node.isObject() || node.isEmpty()) {
      String where = "/" + key;
      problem(
          written,
          where,
          ProblemCode.MISSING,
          key + " says nothing.",
          "Write facts: or decision: in it.");
      return Law.Case.ANY;
    }
    refuseUnknown(written, "/" + key, CASE, "in " + key);
    ExpectationReader reader = expectations(written);
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

  private @Nullable Demand demand(Written written) {
    List<String> demands = DEMANDS.stream().filter(written.tree()::has).toList();
    if (demands.size() != 1) {
      problem(
          written,
          demands.isEmpty() ? "" : "/" + demands.get(1),
          demands.isEmpty() ? ProblemCode.MISSING : ProblemCode.TWO_DEMANDS,
          demands.isEmpty() ? "the law demands nothing." : "the law demands two things.",
          "Write one of " + String.join(", ", DEMANDS) + ".");
      return null;
    }
    String key = demands.get(0);
    JsonNode value = written.tree().get(key);
    boolean ofTwo = key.equals("neverFalls") || key.equals("mayDiffer");
    if (!ofTwo && written.tree().has("change")) {
      problem(
          written,
          "/change",
          ProblemCode.CHANGE_UNUSED,
          key + " looks at one decision, where nothing changes.",
          "Write neverFalls or mayDiffer, or leave change out.");
    }
    Change change = ofTwo ? new ChangeReader(written, problems).read() : null;
    return switch (key) {
      case "then" -> new Demand.Then(expectations(written).read(value, "/then"));
      case "never" -> new Demand.Never(expectations(written).read(value, "/never"));
      case "check" ->
          word(written, key, List.of(WITHIN_PRICE))
              .map(known -> new Demand.RefundWithinPrice())
              .orElse(null);
      case "neverFalls" -> {
        Optional<Measure> measure = word(written, key, Measure.words()).map(Measure::written);
        yield change == null || measure.isEmpty()
            ? null
            : new Demand.NeverFalls(change, measure.get());
      }
      default -> {
        Set<String> parts = parts(written, value);
        yield change == null ? null : new Demand.MayDiffer(change, parts);
      }
    };
  }

  private Set<String> parts(Written written, JsonNode value) {
    Set<String> parts = new HashSet<>();
    for (JsonNode part : value.isArray() ? value : List.of(value)) {
      parts.add(part.asText());
    }
    for (String part : parts) {
      if (!PARTS.contains(part)) {
        unknown(written, "/mayDiffer", part, PARTS, "in a decision");
      }
    }
    return parts;
  }

  private Optional<String> word(Written written, String key, Collection<String> words) {
    String word = written.tree().get(key).asText();
    if (words.contains(word)) {
      return Optional.of(word);
    }
    unknown(written, "/" + key, word, words, "here");
    return Optional.empty();
  }

  private void refuseUnknown(
      Written written, String pointer, Collection<String> known, String where) {
    written
        .tree()
        .at(pointer)
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                unknown(written, Written.inside(pointer, key), key, known, where);
              }
            });
  }

  private void unknown(
      Written written, String pointer, String word, Collection<String> known, String where) {
    problem(
        written,
        pointer,
        ProblemCode.UNKNOWN_NAME,
        word + " says nothing " + where + ".",
        Closest.to(word, known)
            .map(closest -> "Did you mean " + closest + "?")
            .orElse("Use " + String.join(", ", known) + "."));
  }

  private ExpectationReader expectations(Written written) {
    return new ExpectationReader(
        (pointer, code, value, message, suggestion) ->
            problems.add(written.at(pointer).problem(code, value, message, suggestion)));
  }

  private void problem(
      Written written, String pointer, ProblemCode code, String message, String suggestion) {
    problems.add(written.at(pointer).problem(code, null, message, suggestion));
  }
}
