package io.redress.rules.engine;

import io.redress.domain.decision.Assessment;
import io.redress.domain.decision.CaseStatus;
import io.redress.domain.decision.EvidenceState;
import io.redress.domain.decision.Refund;
import io.redress.domain.decision.RuleSource;
import io.redress.domain.decision.TraceEntry;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Evidence;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.Facts;
import io.redress.rules.table.OwnTerms;
import io.redress.rules.table.Row;
import io.redress.rules.table.Tables;
import io.redress.rules.table.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * A decision in progress, which the consequences of rules write to.
 *
 * <p>A rule asks a table. Outcomes of the matching rows are facts for later tables, and a {@link
 * Situation}, {@link Verdict} or {@link Resolution} among them becomes a fact of the session.
 */
public final class Draft implements Facts {
  private static final String NOTHING_TO_REFUND = "NOTHING_TO_REFUND";

  /** Codes of reasons that no table and no rule names. */
  static final Set<String> CODES = Set.of(NOTHING_TO_REFUND, EarlierGrants.CODE);

  private final Assessment assessment;
  private final Tables tables;
  private final KieSession session;
  private final Facts facts;
  private final Outcomes outcomes;
  private final Trace trace = new Trace();
  private final @Nullable Observer observer;
  private @Nullable FactHandle situation;
  private @Nullable FactHandle resolution;
  private boolean sound;
  private volatile @Nullable RuleSource lastFired;

  /**
   * @param session receives the facts that follow from outcomes
   * @param observer null where there is none
   */
  Draft(Assessment assessment, Tables tables, KieSession session, @Nullable Observer observer) {
    this.observer = observer;
    this.assessment = assessment;
    this.tables = tables;
    this.session = session;
    this.facts = Facts.of(assessment);
    this.outcomes = new Outcomes(tables.terms().size());
  }

  /**
   * Asks a table, and adds the outcomes of its matching rows.
   *
   * @param table its name; loading a rule set checks that the tables in DRL exist
   */
  public void ask(String table) {
    DecisionTable asked =
        tables.table(table).orElseThrow(() -> new IllegalStateException("no table " + table));
    if (observer != null) {
      observer.asked(asked, this);
    }
    for (Row row : asked.ask(this)) {
      Trace.Step step = trace.row(row);
      for (ActionType action : row.actions()) {
        String detail = action == ActionType.BUYER_ACTION ? Outcomes.what(row) : Outcomes.why(row);
        if (outcomes.add(action, detail == null ? "" : detail)) {
          step.added(action);
        }
      }
      String verdict = outcomes.verdict();
      ActionType before = outcomes.resolution();
      outcomes.add(row);
      if (situation == null && outcomes.situation() != null) {
        situation = session.insert(new Situation(outcomes.situation(), assessment.dispute()));
      }
      if (outcomes.verdict() != null && !outcomes.verdict().equals(verdict)) {
        session.insert(new Verdict(outcomes.verdict()));
      }
      if (before == null && outcomes.resolution() != null) {
        resolved(outcomes.resolution());
      }
    }
  }

  private void resolved(ActionType type) {
    if (situation != null) {
      session.delete(situation);
    }
    resolution = session.insert(new Resolution(type));
  }

  /**
   * Compares the received evidence with what the table {@code evidence} requires, and sets {@code
   * evidenceState}.
   */
  public void weighEvidence() {
    Evidence evidence = assessment.dispute().evidence();
    Set<Evidence.Type> received = evidence.types();
    Set<Evidence.Type> required = outcomes.evidenceRequired();
    boolean complete =
        received.containsAll(required)
            || outcomes.evidenceAlsoAccepted().stream().anyMatch(received::contains);
    if (required.isEmpty()) {
      set(Outcomes.EVIDENCE_STATE, EvidenceState.NOT_NEEDED);
    } else if (!complete) {
      set(Outcomes.EVIDENCE_STATE, EvidenceState.MISSING);
    } else {
      boolean inconclusive = Boolean.FALSE.equals(evidence.conclusive());
      set(
          Outcomes.EVIDENCE_STATE,
          inconclusive ? EvidenceState.INCONCLUSIVE : EvidenceState.PROVEN);
    }
  }

  private void set(Term term, Enum<?> word) {
    set(term, word.name());
  }

  private void set(Term term, String word) {
    outcomes.set(term, word);
    trace.set(term, word);
  }

  /**
   * Adds the action that a person reviews the decision, which stays.
   *
   * @param why a code, e.g. {@code REPEAT_CLAIMS}
   */
  public void handOver(String why) {
    add(ActionType.ESCALATE_TO_HUMAN, why);
  }

  private void add(ActionType action, String code) {
    if (outcomes.add(action, code)) {
      trace.added(action, code);
    }
  }

  /**
   * Decides that a person decides.
   *
   * @param why a code, which becomes the reason code as well
   */
  public void leaveToHuman(String why) {
    handOver(why);
    set(Outcomes.RESOLUTION, ActionType.ESCALATE_TO_HUMAN);
    set(Outcomes.REASON_CODE, why);
    resolved(ActionType.ESCALATE_TO_HUMAN);
  }

  /**
   * Fits a refund to what is due: one of everything of which the buyer asks for a part of the price
   * only becomes a partial one, and where nothing was paid, a person finds another remedy.
   */
  public void refundWhatIsDue() {
    ActionType chosen = Objects.requireNonNull(outcomes.resolution(), "resolution");
    if (!chosen.refunds() || isDangerous()) {
      return;
    }
    Refund refund = RefundCalculation.of(assessment, chosen, outcomes, new ArrayList<>());
    boolean nothing = refund.amount() != null && refund.amount().signum() == 0;
    if (nothing && assessment.grantedTypes().stream().noneMatch(ActionType::refunds)) {
      EarlierGrants.withdraw(outcomes);
      set(Outcomes.CASE_STATUS, CaseStatus.OPEN);
      session.delete(resolution);
      leaveToHuman(NOTHING_TO_REFUND);
    } else if (chosen == ActionType.FULL_REFUND
        && refund.percentOfGoods().compareTo(sharePaidBack()) < 0) {
      outcomes.remove(chosen);
      outcomes.set(Outcomes.REFUND_WHOLE_ORDER, true);
      outcomes.add(ActionType.PARTIAL_REFUND, "");
      set(Outcomes.RESOLUTION, ActionType.PARTIAL_REFUND);
      session.delete(resolution);
      resolved(ActionType.PARTIAL_REFUND);
    }
  }

  private BigDecimal sharePaidBack() {
    return Objects.requireNonNullElse(outcomes.refundPercentOfAffected(), BigDecimal.ZERO);
  }

  private boolean isDangerous() {
    return Boolean.TRUE.equals(assessment.dispute().problem().safetyHazard());
  }

  /**
   * Takes back what the buyer was granted before: a remedy that is there becomes {@code NO_ACTION}
   * as long as a promise is fresh, and is left to a person otherwise. Danger remains the reason
   * even then, and a person looks at it.
   */
  public void grantNothingTwice() {
    ActionType chosen = Objects.requireNonNull(outcomes.resolution(), "resolution");
    EarlierGrants earlier = new EarlierGrants(assessment);
    if (earlier.has(chosen, outcomes)) {
      boolean danger = isDangerous();
      boolean stands = earlier.promiseIsFresh() && !danger;
      EarlierGrants.withdraw(outcomes);
      if (!danger) {
        set(Outcomes.REASON_CODE, EarlierGrants.CODE);
      }
      set(Outcomes.CASE_STATUS, stands ? CaseStatus.RESOLVED : CaseStatus.OPEN);
      ActionType instead = stands ? ActionType.NO_ACTION : ActionType.ESCALATE_TO_HUMAN;
      add(instead, EarlierGrants.CODE);
      set(Outcomes.RESOLUTION, instead);
      session.delete(resolution);
      resolved(instead);
    }
  }

  /**
   * Makes the promises agree with each other: reviews on working days and in time, a hand-over has
   * a day and keeps the case open, a discount is not offered again.
   */
  public void makeSound() {
    sound = true;
  }

  boolean sound() {
    return sound;
  }

  @Override
  public @Nullable Object value(Term term) {
    return term.outcome() ? outcomes.value(term) : facts.value(term);
  }

  void fired(RuleSource rule) {
    trace.rule(rule);
    lastFired = rule;
  }

  /** Thread-safe. */
  @Nullable RuleSource lastFired() {
    return lastFired;
  }

  /** Returns the outcomes of the seller's own, by name without {@code custom.}. */
  Map<String, Object> ownOutcomes() {
    Map<String, Object> own = new TreeMap<>();
    for (OwnTerms.Declaration declared : tables.terms().own().declarations()) {
      if (declared.use() == OwnTerms.Use.OUTCOME) {
        Term term = tables.terms().named(OwnTerms.PREFIX + declared.name()).orElseThrow();
        Object value = outcomes.value(term);
        if (value != null) {
          own.put(declared.name(), value);
        }
      }
    }
    return own;
  }

  Assessment assessment() {
    return assessment;
  }

  Outcomes outcomes() {
    return outcomes;
  }

  List<TraceEntry> fired() {
    return trace.entries(outcomes);
  }
}
