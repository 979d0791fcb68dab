package io.redress.insight.impact;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.check.kpi.Condition;
import io.redress.check.kpi.Kpi;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.DecisionJson;
import io.redress.domain.dispute.Dispute;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Works out what a dispute adds to KPIs. Thread-safe. */
final class KpiMeter {
  private static final ObjectMapper DECISIONS = DecisionJson.mapper();

  /** A list without elements is absent, whether it was sent or not. */
  private static final ObjectMapper FACTS =
      DecisionJson.mapper().setSerializationInclusion(JsonInclude.Include.NON_EMPTY);

  private final List<Kpi> kpis;
  private final boolean ofTrace;

  KpiMeter(List<Kpi> kpis) {
    this.kpis = List.copyOf(kpis);
    this.ofTrace = kpis.stream().anyMatch(kpi -> kpi.figure().ofTrace());
  }

  List<Kpi> kpis() {
    return kpis;
  }

  /**
   * @param recorded the answer at that time; null to take what the base decides
   */
  List<KpiEffect> effects(
      Dispute dispute, @Nullable JsonNode recorded, Decision base, Decision decided) {
    if (kpis.isEmpty()) {
      return List.of();
    }
    JsonNode facts = FACTS.valueToTree(dispute);
    JsonNode before = recorded == null ? json(base) : recorded;
    JsonNode after = json(decided);
    List<KpiEffect> effects = new ArrayList<>();
    for (Kpi kpi : kpis) {
      KpiEffect effect = effect(kpi, Tally.currency(dispute), facts, before, after);
      if (!effect.isNothing()) {
        effects.add(effect);
      }
    }
    return effects;
  }

  /** Writing the trace takes longer than all the rest. */
  private JsonNode json(Decision decision) {
    return DECISIONS.valueToTree(ofTrace ? decision : decision.withoutTrace());
  }

  private static KpiEffect effect(
      Kpi kpi, String currency, JsonNode facts, JsonNode before, JsonNode after) {
    String name = kpi.name();
    if (kpi.figure() instanceof Kpi.Count count) {
      return new KpiEffect(
          name,
          "",
          one(count.when(), facts, before),
          one(count.when(), facts, after),
          BigDecimal.ZERO,
          BigDecimal.ZERO);
    }
    if (kpi.figure() instanceof Kpi.Sum sum) {
      return new KpiEffect(
          name,
          sum.of().money() ? currency : "",
          amount(sum, facts, before),
          amount(sum, facts, after),
          BigDecimal.ZERO,
          BigDecimal.ZERO);
    }
    Kpi.Share share = (Kpi.Share) kpi.figure();
    BigDecimal amongBefore = one(share.among(), facts, before);
    BigDecimal amongAfter = one(share.among(), facts, after);
    return new KpiEffect(
        name,
        KpiEffect.PERCENT,
        amongBefore.multiply(one(share.of(), facts, before)),
        amongAfter.multiply(one(share.of(), facts, after)),
        amongBefore,
        amongAfter);
  }

  private static BigDecimal one(Condition condition, JsonNode facts, JsonNode decision) {
    return condition.holds(facts, decision) ? BigDecimal.ONE : BigDecimal.ZERO;
  }

  private static BigDecimal amount(Kpi.Sum sum, JsonNode facts, JsonNode decision) {
    return sum.when().holds(facts, decision) ? sum.of().in(facts, decision) : BigDecimal.ZERO;
  }
}
