package io.redress.insight.whatif;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.redress.check.scenario.Candidates;
import io.redress.check.scenario.FactTree;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.Facts;
import io.redress.rules.table.Term;
import io.redress.rules.table.UnaryTest;
import io.redress.rules.table.ValueType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The values of facts at which rows of tables begin or end to match: the limits in their cells.
 *
 * <p>Limits of values that are worked out, such as {@code daysLate} or {@code orderValue}, are led
 * back to each fact by how the value follows it.
 */
final class Geometry {
  private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);

  /** Steps towards a limit; one is enough where a value follows the fact in a straight line. */
  private static final int MAX_STEPS = 3;

  /** All lists of so many words are tried. */
  private static final int MAX_LISTED = 5;

  private static final String ANY_WORD = "ANY_OTHER";

  private final RuleSet rules;
  private final Trials trials;
  private final Candidates candidates;
  private final Map<Term, Set<BigDecimal>> limits = new HashMap<>();

  Geometry(RuleSet rules, Trials trials) {
    this.rules = rules;
    this.trials = trials;
    this.candidates = new Candidates(rules.tables());
    rules.tables().all().forEach(this::addLimits);
  }

  private void addLimits(DecisionTable table) {
    for (int column = 0; column < table.conditions().size(); column++) {
      Term term = table.conditions().get(column);
      if (term.type().ordered() && !term.outcome()) {
        Set<BigDecimal> found = limits.computeIfAbsent(term, one -> new TreeSet<>());
        for (List<UnaryTest> row : table.tests()) {
          row.get(column).named().forEach(limit -> found.add(FactNumbers.number(limit)));
        }
      }
    }
  }

  /** Returns values of a fact that are worth trying, without the present one. */
  List<JsonNode> values(FactTree facts, Term fact) {
    Set<JsonNode> values = new LinkedHashSet<>(candidates.of(fact, facts.asOf()));
    if (fact.type().ordered()) {
      values.addAll(near(facts, fact));
    } else if (fact.list()) {
      values.addAll(lists(fact.allowed()));
    } else {
      values.addAll(unnamed(fact, values));
    }
    values.remove(facts.value(fact.name()));
    return List.copyOf(values);
  }

  /** All lists of a few words. */
  private static List<JsonNode> lists(List<String> words) {
    int few = Math.min(words.size(), MAX_LISTED);
    List<JsonNode> lists = new ArrayList<>();
    for (int bits = 1; bits < 1 << few; bits++) {
      ArrayNode list = JSON.arrayNode();
      for (int word = 0; word < few; word++) {
        if ((bits >> word & 1) == 1) {
          list.add(words.get(word));
        }
      }
      lists.add(list);
    }
    return lists;
  }

  /** A word that no cell names, which all such words stand for. */
  private static List<JsonNode> unnamed(Term fact, Set<JsonNode> named) {
    Stream<String> words =
        fact.type() == ValueType.BOOLEAN
            ? Stream.of()
            : fact.allowed().isEmpty() ? Stream.of(ANY_WORD) : fact.allowed().stream();
    return words
        .<JsonNode>map(JSON::textNode)
        .filter(word -> !named.contains(word))
        .limit(1)
        .toList();
  }

  /**
   * Returns values of a known ordered fact at and next to those where a term crosses one of its
   * limits.
   */
  List<JsonNode> near(FactTree facts, Term fact) {
    JsonNode known = facts.value(fact.name());
    if (known.isMissingNode()) {
      return List.of();
    }
    BigDecimal start = FactNumbers.sent(known, fact);
    Map<Term, BigDecimal> before = terms(facts, fact, start);
    Map<Term, BigDecimal> after = terms(facts, fact, start.add(BigDecimal.ONE));
    BigDecimal step = BigDecimal.ONE;
    if (after.isEmpty()) {
      step = step.negate();
      after = terms(facts, fact, start.add(step));
    }
    Set<BigDecimal> found = new TreeSet<>();
    for (Map.Entry<Term, BigDecimal> one : after.entrySet()) {
      BigDecimal from = before.get(one.getKey());
      if (from != null && from.compareTo(one.getValue()) != 0) {
        for (BigDecimal limit : limits.getOrDefault(one.getKey(), Set.of())) {
          approach(facts, fact, one.getKey(), limit, start, from, start.add(step), one.getValue())
              .forEach(value -> addAround(value, fact, found));
        }
      }
    }
    return found.stream()
        .map(number -> FactNumbers.json(number, fact))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * Returns the values of {@link #near}, ascending, without those at which all terms are on the
   * same sides of their limits as at the value before.
   */
  List<JsonNode> places(FactTree facts, Term fact) {
    List<JsonNode> places = new ArrayList<>();
    Map<Term, Long> last =
        sides(terms(facts, fact, FactNumbers.sent(facts.value(fact.name()), fact)));
    for (JsonNode value : near(facts, fact)) {
      Map<Term, Long> here = sides(terms(facts, fact, FactNumbers.sent(value, fact)));
      if (!here.equals(last)) {
        places.add(value);
      }
      last = here;
    }
    return places;
  }

  private Map<Term, Long> sides(Map<Term, BigDecimal> values) {
    Map<Term, Long> sides = new HashMap<>();
    values.forEach(
        (term, value) ->
            sides.put(
                term,
                limits.getOrDefault(term, Set.of()).stream()
                    .mapToLong(limit -> 1 + Integer.signum(value.compareTo(limit)))
                    .sum()));
    return sides;
  }

  /** Follows the line through two points to a limit, and again from where that leads. */
  private List<BigDecimal> approach(
      FactTree facts,
      Term fact,
      Term term,
      BigDecimal limit,
      BigDecimal x0,
      BigDecimal y0,
      BigDecimal x1,
      BigDecimal y1) {
    List<BigDecimal> found = new ArrayList<>();
    BigDecimal fromX = x0;
    BigDecimal fromY = y0;
    BigDecimal toX = x1;
    BigDecimal toY = y1;
    for (int i = 0; i < MAX_STEPS && fromY.compareTo(toY) != 0; i++) {
      BigDecimal next =
          fromX.add(
              limit
                  .subtract(fromY)
                  .multiply(toX.subtract(fromX))
                  .divide(toY.subtract(fromY), 6, RoundingMode.HALF_UP));
      found.add(next);
      BigDecimal reached = terms(facts, fact, FactNumbers.rounded(next, fact)).get(term);
      if (reached == null || reached.compareTo(limit) == 0) {
        break;
      }
      fromX = toX;
      fromY = toY;
      toX = FactNumbers.rounded(next, fact);
      toY = reached;
    }
    return found;
  }

  private static void addAround(BigDecimal value, Term fact, Set<BigDecimal> found) {
    BigDecimal unit = BigDecimal.ONE.movePointLeft(FactNumbers.scale(fact));
    BigDecimal floor = value.setScale(FactNumbers.scale(fact), RoundingMode.FLOOR);
    found.add(floor.subtract(unit));
    found.add(floor);
    found.add(floor.add(unit));
    found.add(floor.add(unit).add(unit));
  }

  /** The ordered terms with limits, at a value of a fact; empty if that is impossible. */
  private Map<Term, BigDecimal> terms(FactTree facts, Term fact, BigDecimal value) {
    return FactNumbers.json(value, fact)
        .flatMap(sent -> trials.read(facts.with(fact.name(), sent)))
        .map(rules::facts)
        .map(this::terms)
        .orElse(Map.of());
  }

  private Map<Term, BigDecimal> terms(Facts known) {
    Map<Term, BigDecimal> values = new HashMap<>();
    for (Term term : limits.keySet()) {
      Object value = known.value(term);
      if (value != null) {
        values.put(term, FactNumbers.number(value));
      }
    }
    return values;
  }
}
