package io.redress.check.inquiry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.redress.check.scenario.Candidates;
import io.redress.check.scenario.FactTree;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeType;
import io.redress.domain.dispute.Reason;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.table.Term;
import io.redress.rules.table.ValueType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the facts that matter for a reason, by experiment: a fact matters if some value of it
 * changes the decision or the letter.
 *
 * <p>So it does not matter what uses a fact: a table, a rule in DRL, the assessment or a letter.
 * Each fact is added to a minimal complaint, to the disputes of the test cases, and to the facts
 * known so far; facts that matter only together are found once one of them is known.
 */
public final class Inquiry {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final int MAX_TYPICAL = 24;

  /** Letters are compared in this many situations only, because they are similar in all. */
  private static final int MAX_WRITTEN = 4;

  private static final int MAX_VALUES = 6;

  private static final Set<String> NEVER_ASKED =
      Set.of("disputeId", "asOf", "disputeType", "reason", "order.currency");

  /** Computed from the calendars, so never asked for. */
  private static final Set<String> WORKED_OUT = Set.of("holiday", "peakSeason");

  private static final List<String> MONEY = List.of("order.unitPrice", "order.shippingFee");
  private static final List<String> SAMPLES = List.of("Example", "https://example.com/1", "de");

  private static final List<JsonNode> GRANTED =
      Stream.of(ActionType.FULL_REFUND, ActionType.REPLACEMENT, ActionType.NEXT_ORDER_DISCOUNT)
          .<JsonNode>map(type -> JSON.arrayNode().add(JSON.objectNode().put("type", type.name())))
          .toList();

  private final RuleSet rules;
  private final LocalDate day;
  private final List<FactTree> typical;
  private final Map<Term, List<JsonNode>> values = new LinkedHashMap<>();
  private final Map<Reason, Map<String, Weight>> general = new EnumMap<>(Reason.class);

  /**
   * @param typical disputes with {@code asOf}, such as those of the test cases
   * @param day the {@code asOf} of the minimal complaint
   */
  public Inquiry(RuleSet rules, List<Dispute> typical, LocalDate day) {
    this.rules = rules;
    this.day = day;
    this.typical = typical.stream().map(FactTree::of).toList();
    Candidates candidates = new Candidates(rules.tables());
    rules.tables().terms().all().stream()
        .filter(Candidates::isFact)
        .filter(fact -> !NEVER_ASKED.contains(fact.name()) && !WORKED_OUT.contains(fact.name()))
        .forEach(fact -> values.put(fact, values(candidates, fact)));
  }

  private List<JsonNode> values(Candidates candidates, Term fact) {
    List<JsonNode> known = candidates.of(fact, day);
    if (fact.type() != ValueType.TEXT || !known.isEmpty()) {
      return spread(known, MAX_VALUES);
    }
    return SAMPLES.stream()
        .<JsonNode>map(JSON::textNode)
        .filter(
            sample ->
                FactTree.none()
                    .with(fact.name(), sample)
                    .problems(fact.name(), rules.customFacts())
                    .isEmpty())
        .toList();
  }

  /** A sample, evenly spread from the first to the last. */
  private static <T> List<T> spread(List<T> all, int count) {
    int last = all.size() - 1;
    return all.size() <= count
        ? all
        : IntStream.range(0, count).mapToObj(i -> all.get(i * last / (count - 1))).toList();
  }

  /** The facts that usually matter for a reason, by dotted name, in the order of the vocabulary. */
  public synchronized Map<String, Weight> about(Reason reason) {
    return general.computeIfAbsent(
        reason,
        one -> {
          List<Situation> known =
              typical.stream()
                  .filter(facts -> facts.value("reason").asText().equals(one.name()))
                  .flatMap(facts -> Situation.of(facts, rules).stream())
                  .toList();
          return weighed(
              one,
              Stream.concat(Situation.of(bare(one), rules).stream(), varied(known).stream())
                  .toList());
        });
  }

  /** One situation of each kind, the most frequent kinds first, then others evenly spread. */
  private static List<Situation> varied(List<Situation> known) {
    Map<Object, List<Situation>> kinds =
        known.stream()
            .collect(
                Collectors.groupingBy(
                    Situation::kind, LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
    List<Situation> varied =
        kinds.values().stream()
            .sorted(Comparator.<List<Situation>>comparingInt(List::size).reversed())
            .map(situations -> situations.remove(0))
            .limit(MAX_TYPICAL)
            .collect(Collectors.toCollection(ArrayList::new));
    int room = MAX_TYPICAL - varied.size();
    if (room > 1) {
      varied.addAll(spread(kinds.values().stream().flatMap(List::stream).toList(), room));
    }
    return varied;
  }

  /**
   * The facts that usually matter for a reason, and those that matter once these facts are known.
   *
   * @param facts possible facts with this reason and with {@code asOf}
   */
  public Map<String, Weight> about(Reason reason, FactTree facts) {
    Map<String, Weight> weights = new LinkedHashMap<>(about(reason));
    weighed(reason, Situation.of(facts, rules).stream().toList())
        .forEach((fact, weight) -> weights.merge(fact, weight, Weight::heavier));
    return weights;
  }

  private Map<String, Weight> weighed(Reason reason, List<Situation> situations) {
    Map<String, Weight> weights = new LinkedHashMap<>();
    values.forEach(
        (fact, candidateValues) -> {
          if (situations.stream().anyMatch(one -> one.decidedBy(fact.name(), candidateValues))) {
            weights.put(fact.name(), Weight.DECIDES);
          } else if (situations.stream()
              .limit(MAX_WRITTEN)
              .anyMatch(one -> one.writtenBy(fact.name(), candidateValues))) {
            weights.put(fact.name(), Weight.WRITTEN);
          }
        });
    if (MONEY.stream().anyMatch(weights::containsKey)) {
      weights.put("order.currency", Weight.DECIDES);
    }
    if (situations.stream().anyMatch(one -> one.decidedBy("granted", GRANTED))) {
      weights.put("granted", Weight.DECIDES);
    }
    if (reason.disputeType() == DisputeType.NOT_AS_DESCRIBED
        && weights.containsKey("problem.defectiveQuantity")) {
      weights.put("problem.defects", Weight.DECIDES);
    }
    return weights;
  }

  /** The minimal complaint; with a currency, which prices need. */
  private FactTree bare(Reason reason) {
    return FactTree.none()
        .with("disputeId", JSON.textNode("inquiry"))
        .with(FactTree.AS_OF, JSON.textNode(day.toString()))
        .with("disputeType", JSON.textNode(reason.disputeType().name()))
        .with("reason", JSON.textNode(reason.name()))
        .with("order.currency", JSON.textNode("USD"));
  }
}
