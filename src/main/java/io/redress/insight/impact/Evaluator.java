package io.redress.insight.impact;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.check.kpi.Kpi;
import io.redress.domain.decision.Decision;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.FactProblem;
import io.redress.insight.impact.Comparison.Variant;
import io.redress.insight.impact.Evaluated.Compared;
import io.redress.insight.impact.Evaluated.Reason;
import io.redress.insight.impact.Evaluated.Undecidable;
import io.redress.rules.engine.NonTerminatingRulesException;
import io.redress.rules.engine.Observer;
import io.redress.rules.engine.RuleState;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.Facts;
import io.redress.rules.table.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides disputes of the past by two rule sets, and finds the edits that make the difference.
 * Thread-safe.
 *
 * <p>An edit is tried only where it can matter: where a table that was asked answers otherwise with
 * this edit. If no table does, each step of the decision is the same.
 */
public final class Evaluator {
  private final Comparison comparison;
  private final BigDecimal redemptionRate;
  private final KpiMeter kpis;

  /**
   * @param redemptionRate share of the discounts on next orders that buyers use, 0 to 1
   * @param kpis figures of the seller's own
   */
  public Evaluator(Comparison comparison, BigDecimal redemptionRate, List<Kpi> kpis) {
    this.comparison = comparison;
    this.redemptionRate = redemptionRate;
    this.kpis = new KpiMeter(kpis);
  }

  BigDecimal redemptionRate() {
    return redemptionRate;
  }

  List<Kpi> kpis() {
    return kpis.kpis();
  }

  Comparison comparison() {
    return comparison;
  }

  /** Decides a dispute twice, and more often where edits matter. */
  public Evaluated evaluate(HistoricalDispute source) {
    try {
      return compare(source);
    } catch (RefusedException refused) {
      return undecidable(source, Reason.FACTS_REFUSED, String.valueOf(refused.getMessage()));
    } catch (NonTerminatingRulesException endless) {
      return undecidable(source, Reason.RULES_DO_NOT_END, String.valueOf(endless.getMessage()));
    } catch (RuntimeException failed) {
      return undecidable(source, Reason.RULES_FAILED, failed.toString());
    }
  }

  private Undecidable undecidable(HistoricalDispute source, Reason reason, String detail) {
    return new Undecidable(source, reason, detail, baseDecides(source));
  }

  private boolean baseDecides(HistoricalDispute source) {
    try {
      comparison.base().decideWithoutLetter(read(source, comparison.base()));
      return true;
    } catch (RuntimeException neither) {
      return false;
    }
  }

  /** Facts that a rule set refuses. */
  private static final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RefusedException(List<FactProblem> problems) {
      super(problems.get(0).toString());
    }
  }

  /** Reads the facts of a dispute for a rule set, with its id and day. */
  static Dispute read(HistoricalDispute source, RuleSet rules) {
    Dispute dispute =
        source
            .facts()
            .apply(rules)
            .fold(
                one -> one,
                problems -> {
                  throw new RefusedException(problems);
                });
    return rules.complete(dispute, source.decidedAt(), source::id);
  }

  private Compared compare(HistoricalDispute source) {
    RuleSet baseRules = comparison.base();
    RuleSet candidate = comparison.candidate();
    JsonNode recorded = source.recorded();
    Dispute now = read(source, candidate);
    Dispute then = comparison.sameFacts() ? now : read(source, baseRules);
    boolean asRecorded = recorded != null;
    BitSet alone = new BitSet();
    BitSet without = new BitSet();
    Decision byBase = decide(baseRules, then, touched(alone, Variant::aloneTable));
    Decision byCandidate = decide(candidate, now, touched(without, Variant::withoutTable));
    Verdict base = Verdict.of(byBase, then, redemptionRate, asRecorded);
    Verdict after = Verdict.of(byCandidate, now, redemptionRate, asRecorded);
    Verdict before = recorded == null ? base : Verdict.recorded(recorded, now, redemptionRate);
    List<Effect> effects = new ArrayList<>();
    for (Variant variant : comparison.variants()) {
      boolean other = variant.aloneTable() == null;
      int edit = variant.number();
      Verdict only =
          other || alone.get(edit) ? attempt(variant.alone(), now, base, asRecorded) : base;
      Verdict allElse =
          other || without.get(edit) ? attempt(variant.without(), then, after, asRecorded) : after;
      boolean byItself = !only.essence().equals(base.essence());
      boolean atLast = !allElse.essence().equals(after.essence());
      if (byItself || atLast) {
        effects.add(
            new Effect(
                edit,
                byItself,
                only.cost().total().subtract(base.cost().total()),
                atLast,
                after.cost().total().subtract(allElse.cost().total())));
      }
    }
    return new Compared(
        source,
        now,
        before,
        base,
        after,
        effects,
        kpis.effects(now, recorded, byBase, byCandidate));
  }

  private static Decision decide(RuleSet rules, Dispute dispute, @Nullable Observer observer) {
    return observer == null
        ? rules.decideWithoutLetter(dispute)
        : rules.decideWithoutLetter(dispute, observer);
  }

  /** Where a half-made change fails, the edit has no effect of its own. */
  private Verdict attempt(RuleSet rules, Dispute dispute, Verdict otherwise, boolean asRecorded) {
    try {
      return Verdict.of(decide(rules, dispute, null), dispute, redemptionRate, asRecorded);
    } catch (RuntimeException failed) {
      return otherwise;
    }
  }

  /** Finds the edits whose tables answer otherwise; null where there are none. */
  private @Nullable Observer touched(
      BitSet found, Function<Variant, @Nullable DecisionTable> edited) {
    return comparison.variants().isEmpty() ? null : new Touched(comparison, found, edited);
  }

  private record Touched(
      Comparison comparison, BitSet found, Function<Variant, @Nullable DecisionTable> edited)
      implements Observer {
    @Override
    public boolean watchesRules() {
      return false;
    }

    @Override
    public void asked(DecisionTable table, Facts facts) {
      List<Variant> variants = comparison.ofTable(table.name());
      if (variants.isEmpty()) {
        return;
      }
      List<Row> rows = table.ask(facts);
      for (Variant variant : variants) {
        DecisionTable other = edited.apply(variant);
        if (other != null && !found.get(variant.number()) && !same(rows, other.ask(facts))) {
          found.set(variant.number());
        }
      }
    }

    private static boolean same(List<Row> rows, List<Row> others) {
      if (rows.size() != others.size()) {
        return false;
      }
      for (int i = 0; i < rows.size(); i++) {
        if (!rows.get(i).outcomes().equals(others.get(i).outcomes())) {
          return false;
        }
      }
      return true;
    }

    @Override
    public void ended(Facts facts, List<RuleState> rules) {
      // Each table was seen when it was asked.
    }
  }
}
