package io.redress.rules.engine;

import io.redress.domain.decision.Assessment;
import io.redress.domain.decision.EvidenceState;
import io.redress.domain.decision.RuleSource;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Evidence;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.Facts;
import io.redress.rules.table.Row;
import io.redress.rules.table.Tables;
import io.redress.rules.table.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private final Assessment assessment;
  private final Tables tables;
  private final KieSession session;
  private final Facts facts;
  private final Outcomes outcomes = new Outcomes();
  private final Map<ActionType, String> actions = new LinkedHashMap<>();
  private final List<RuleSource> trace = new ArrayList<>();
  private @Nullable FactHandle situation;
  private volatile @Nullable RuleSource lastFired;

  /**
   * @param session receives the facts that follow from outcomes
   */
  Draft(Assessment assessment, Tables tables, KieSession session) {
    this.assessment = assessment;
    this.tables = tables;
    this.session = session;
    this.facts = Facts.of(assessment);
  }

  /**
   * Asks a table, and adds the outcomes of its matching rows.
   *
   * @param table its name; loading a rule set checks that the tables in DRL exist
   */
  public void ask(String table) {
    DecisionTable asked =
        tables.table(table).orElseThrow(() -> new IllegalStateException("no table " + table));
    for (Row row : asked.ask(this)) {
      trace.add(row.source());
      for (ActionType action : Outcomes.actions(row)) {
        String detail = action == ActionType.BUYER_ACTION ? Outcomes.what(row) : Outcomes.why(row);
        actions.putIfAbsent(action, detail == null ? "" : detail);
      }
      String verdict = outcomes.verdict();
      ActionType resolution = outcomes.resolution();
      outcomes.add(row);
      if (situation == null && outcomes.situation() != null) {
        situation = session.insert(new Situation(outcomes.situation(), assessment.dispute()));
      }
      if (outcomes.verdict() != null && !outcomes.verdict().equals(verdict)) {
        session.insert(new Verdict(outcomes.verdict()));
      }
      if (resolution == null && outcomes.resolution() != null) {
        resolved(outcomes.resolution());
      }
    }
  }

  private void resolved(ActionType resolution) {
    session.delete(situation);
    session.insert(new Resolution(resolution));
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
      outcomes.evidenceState(EvidenceState.NOT_NEEDED);
    } else if (!complete) {
      outcomes.evidenceState(EvidenceState.MISSING);
    } else {
      boolean inconclusive = Boolean.FALSE.equals(evidence.conclusive());
      outcomes.evidenceState(inconclusive ? EvidenceState.INCONCLUSIVE : EvidenceState.PROVEN);
    }
  }

  /**
   * Adds the action that a person reviews the decision, which stays.
   *
   * @param why a code, e.g. {@code REPEAT_CLAIMS}
   */
  public void handOver(String why) {
    actions.putIfAbsent(ActionType.ESCALATE_TO_HUMAN, why);
  }

  /**
   * Decides that a person decides.
   *
   * @param why a code, which becomes the reason code as well
   */
  public void leaveToHuman(String why) {
    handOver(why);
    outcomes.leaveToHuman(why);
    resolved(ActionType.ESCALATE_TO_HUMAN);
  }

  @Override
  public @Nullable Object value(Term term) {
    return term.outcome() ? outcomes.value(term) : facts.value(term);
  }

  void fired(RuleSource rule) {
    trace.add(rule);
    lastFired = rule;
  }

  /** Thread-safe. */
  @Nullable RuleSource lastFired() {
    return lastFired;
  }

  Assessment assessment() {
    return assessment;
  }

  Outcomes outcomes() {
    return outcomes;
  }

  /**
   * Returns the actions with their codes {@code what} or {@code why}; empty when there is no code.
   */
  Map<ActionType, String> actions() {
    return actions;
  }

  List<RuleSource> trace() {
    return trace;
  }
}
