package io.redress.check.inquiry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.redress.check.scenario.Candidates;
import io.redress.check.scenario.FactTree;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeType;
import io.redress.domain.dispute.Reason;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.table.Term;
import io.redress.rules.table.ValueType;
import io.redress.rules.table.Vocabulary;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds out which facts matter for a reason, by trying: one matters when with it something else is
 * decided, or written to the buyer, than without it.
 *
 * <p>So whatever asks for a fact is found, be it a table, a rule in DRL, the arithmetic or a
 * letter. Each fact is added to the bare complaint, to the disputes of the test cases, and to what
 * is known so far; facts that make a difference only together are found once one of them is known.
 */
public final class Inquiry {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final int MOST_TYPICAL = 6;

  /** Letters of so many situations are compared, as most of what they tell they tell in each. */
  private static final int MOST_WRITTEN = 4;

  private static final int MOST_VALUES = 6;

  private static final Set<String> NEVER_ASKED =
      Set.of("disputeId", "asOf", "disputeType", "reason", "order.currency");

  /** Worked out by the calendars, so nobody has to be asked. */
  private static final Set<String> WORKED_OUT = Set.of("holiday", "peakSeason");

  private static final List<String> MONEY = List.of("order.unitPrice", "order.shippingFee");
  private static final List<String> SAMPLES = List.of("Example", "https://example.com/1", "de");

  private final RuleSet rules;
  private final LocalDate day;
  private final List<FactTree> typical;
  private final Map<Term, List<JsonNode>> values = new LinkedHashMap<>();
  private final Map<Reason, Map<String, Weight>> usual = new EnumMap<>(Reason.class);

  /**
   * @param typical disputes that are decided on a day that they name, such as those of test cases
   * @param day on which the bare complaint is decided
   */
  public Inquiry(RuleSet rules, List<Dispute> typical, LocalDate day) {
    this.rules = rules;
    this.day = day;
    this.typical = typical.stream().map(FactTree::of).toList();
    Candidates candidates = new Candidates(rules.tables());
    Vocabulary.terms().stream()
        .filter(Candidates::isFact)
        .filter(fact -> !NEVER_ASKED.contains(fact.name()) && !WORKED_OUT.contains(fact.name()))
        .forEach(fact -> values.put(fact, values(candidates, fact)));
  }

  private List<JsonNode> values(Candidates candidates, Term fact) {
    List<JsonNode> known = candidates.of(fact, day);
    if (fact.type() != ValueType.TEXT || !known.isEmpty()) {
      return spread(known);
    }
    return SAMPLES.stream()
        .<JsonNode>map(JSON::textNode)
        .filter(sample -> FactTree.none().with(fact.name(), sample).faults(fact.name()).isEmpty())
        .toList();
  }

  /** Some of the values, from the first to the last. */
  private static List<JsonNode> spread(List<JsonNode> all) {
    int last = all.size() - 1;
    return all.size() <= MOST_VALUES
        ? all
        : IntStream.range(0, MOST_VALUES)
            .mapToObj(i -> all.get(i * last / (MOST_VALUES - 1)))
            .toList();
  }

  /** The facts that matter for a reason as a rule, by their dotted names, in no order of weight. */
  public synchronized Map<String, Weight> about(Reason reason) {
    return usual.computeIfAbsent(
        reason,
        one -> {
          Stream<FactTree> known =
              typical.stream().filter(facts -> facts.value("reason").asText().equals(one.name()));
          List<Situation> situations =
              Stream.concat(Stream.of(bare(one)), known.limit(MOST_TYPICAL))
                  .flatMap(facts -> Situation.of(facts, rules).stream())
                  .toList();
          return weighed(one, situations);
        });
  }

  /**
   * The same, together with what matters once these facts are known.
   *
   * @param facts possible ones, on the day that they name, for this reason
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
        (fact, tried) -> {
          if (situations.stream().anyMatch(one -> one.decidedBy(fact.name(), tried))) {
            weights.put(fact.name(), Weight.DECIDES);
          } else if (situations.stream()
              .limit(MOST_WRITTEN)
              .anyMatch(one -> one.writtenBy(fact.name(), tried))) {
            weights.put(fact.name(), Weight.WRITTEN);
          }
        });
    if (MONEY.stream().anyMatch(weights::containsKey)) {
      weights.put("order.currency", Weight.DECIDES);
    }
    if (reason.disputeType() == DisputeType.NOT_AS_DESCRIBED
        && weights.containsKey("problem.defectiveQuantity")) {
      weights.put("problem.defects", Weight.DECIDES);
    }
    return weights;
  }

  /** With a currency, without which no price is possible. */
  private FactTree bare(Reason reason) {
    return FactTree.none()
        .with("disputeId", JSON.textNode("inquiry"))
        .with(FactTree.AS_OF, JSON.textNode(day.toString()))
        .with("disputeType", JSON.textNode(reason.disputeType().name()))
        .with("reason", JSON.textNode(reason.name()))
        .with("order.currency", JSON.textNode("USD"));
  }
}
