package io.redress.check.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.Reason;
import io.redress.rules.table.Term;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * Generates facts on which laws are checked, the same ones each time: disputes of the test cases
 * with some facts replaced, and disputes with random values next to the limits in tables.
 */
public final class Scenarios {
  private static final long SEED = 20_150_215;
  private static final int MAX_REPLACED = 4;

  /** One fact in three is known, as in typical disputes. */
  private static final int KNOWN = 3;

  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
  private static final int DAYS = 2 * 365;

  private final Random random = new Random(SEED);
  private final Candidates candidates;
  private final List<Term> facts;
  private final List<FactTree> known;

  /**
   * @param known disputes with {@code asOf}
   */
  public Scenarios(Candidates candidates, List<Dispute> known) {
    this.candidates = candidates;
    this.facts =
        candidates.facts().stream().filter(fact -> !fact.name().equals(FactTree.AS_OF)).toList();
    this.known = known.stream().map(FactTree::of).toList();
  }

  /** The facts of the test cases. */
  public List<FactTree> known() {
    return known;
  }

  /** The next facts; they may be impossible together. */
  public FactTree next() {
    FactTree scenario = known.isEmpty() || random.nextInt(3) == 0 ? generated() : variation();
    Reason reason = Reason.valueOf(scenario.value("reason").textValue());
    return scenario.with("disputeType", text(reason.disputeType()));
  }

  private FactTree variation() {
    FactTree scenario = known.get(random.nextInt(known.size()));
    for (int i = random.nextInt(MAX_REPLACED + 1); i > 0; i--) {
      scenario = replaced(scenario, facts.get(random.nextInt(facts.size())));
    }
    return scenario;
  }

  private FactTree generated() {
    Reason[] reasons = Reason.values();
    FactTree scenario =
        FactTree.none()
            .with(FactTree.AS_OF, text(FIRST_DAY.plusDays(random.nextInt(DAYS))))
            .with("reason", text(reasons[random.nextInt(reasons.length)]));
    for (Term fact : facts) {
      if (random.nextInt(KNOWN) == 0) {
        scenario = replaced(scenario, fact);
      }
    }
    return scenario;
  }

  private FactTree replaced(FactTree scenario, Term fact) {
    List<JsonNode> values = candidates.of(fact, scenario.asOf());
    return scenario.with(fact.name(), values.get(random.nextInt(values.size())));
  }

  private static JsonNode text(Object value) {
    return JsonNodeFactory.instance.textNode(value.toString());
  }
}
