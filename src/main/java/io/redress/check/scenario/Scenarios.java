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
 * Facts on which laws are tried, the same ones each time: the disputes of the test cases with some
 * facts exchanged, and disputes made up of values next to the tables' limits.
 */
public final class Scenarios {
  private static final long SEED = 20_150_215;
  private static final int MOST_EXCHANGED = 4;

  /** One fact in three is known, as in many disputes of the field. */
  private static final int KNOWN = 3;

  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
  private static final int DAYS = 2 * 365;

  private final Random random = new Random(SEED);
  private final Candidates candidates;
  private final List<Term> facts;
  private final List<FactTree> known;

  /**
   * @param known disputes that are decided on a day that they name
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

  /** The next facts; they need not be possible together. */
  public FactTree next() {
    FactTree scenario = known.isEmpty() || random.nextInt(3) == 0 ? madeUp() : varied();
    Reason reason = Reason.valueOf(scenario.value("reason").textValue());
    return scenario.with("disputeType", text(reason.disputeType()));
  }

  private FactTree varied() {
    FactTree scenario = known.get(random.nextInt(known.size()));
    for (int i = random.nextInt(MOST_EXCHANGED + 1); i > 0; i--) {
      scenario = exchanged(scenario, facts.get(random.nextInt(facts.size())));
    }
    return scenario;
  }

  private FactTree madeUp() {
    Reason[] reasons = Reason.values();
    FactTree scenario =
        FactTree.none()
            .with(FactTree.AS_OF, text(FIRST_DAY.plusDays(random.nextInt(DAYS))))
            .with("reason", text(reasons[random.nextInt(reasons.length)]));
    for (Term fact : facts) {
      if (random.nextInt(KNOWN) == 0) {
        scenario = exchanged(scenario, fact);
      }
    }
    return scenario;
  }

  private FactTree exchanged(FactTree scenario, Term fact) {
    List<JsonNode> values = candidates.of(fact, scenario.asOf());
    return scenario.with(fact.name(), values.get(random.nextInt(values.size())));
  }

  private static JsonNode text(Object value) {
    return JsonNodeFactory.instance.textNode(value.toString());
  }
}
