package io.redress.engine;

import io.redress.decision.ActionType;
import io.redress.decision.Assessment;
import io.redress.decision.EvidenceState;
import io.redress.decision.RuleSource;
import io.redress.dispute.Evidence;
import io.redress.table.DecisionTable;
import io.redress.table.Facts;
import io.redress.table.Row;
import io.redress.table.Tables;
import io.redress.table.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A decision in the making: what rules in DRL see, and change.
 *
 * <p>A rule asks a table; the outcomes of the rows that answer are written into the draft, and are
 * facts for the tables that are asked after it. A draft is open until it has a resolution.
 */
public final class Draft implements Facts {
  private final Assessment assessment;
  private final Tables tables;
  private final Facts facts;
  private final Outcomes outcomes = new Outcomes();
  private final Map<ActionType, String> actions = new LinkedHashMap<>();
  private final List<RuleSource> trace = new ArrayList<>();

  Draft(Assessment assessment, Tables tables) {
    this.assessment = assessment;
    this.tables = tables;
    this.facts = Facts.of(assessment);
  }

  /** Whether no table has given a resolution yet. */
  public boolean open() {
    return outcomes.resolution() == null;
  }

  /** What has happened to the order, as the table {@code situation} says. */
  public @Nullable String situation() {
    return outcomes.situation();
  }

  /** What a table found without naming the remedy, e.g. {@code MAKE_GOOD}. */
  public @Nullable String verdict() {
    return outcomes.verdict();
  }

  /** The main remedy; null while the draft is open. */
  public @Nullable ActionType resolution() {
    return outcomes.resolution();
  }

  /**
   * Asks a table, and takes over what its rows answer.
   *
   * @param table its name; every table named in DRL exists, which is checked when rules are loaded
   */
  public void ask(String table) {
    DecisionTable asked =
        tables.table(table).orElseThrow(() -> new IllegalStateException("no table " + table));
    for (Row row : asked.ask(this)) {
      outcomes.add(row);
      trace.add(row.source());
      for (ActionType action : Outcomes.actions(row)) {
        String detail = action == ActionType.BUYER_ACTION ? Outcomes.what(row) : Outcomes.why(row);
        actions.putIfAbsent(action, detail == null ? "" : detail);
      }
    }
  }

  /** Compares the proof that has come with the proof that the table {@code evidence} wants. */
  public void weighEvidence() {
    Evidence evidence = assessment.dispute().evidence();
    Set<Evidence.Type> received = evidence.types();
    Set<Evidence.Type> required = outcomes.evidenceRequired();
    boolean proven =
        received.containsAll(required)
            || outcomes.evidenceAlsoAccepted().stream().anyMatch(received::contains);
    if (required.isEmpty()) {
      outcomes.evidenceState(EvidenceState.NOT_NEEDED);
    } else if (!proven) {
      outcomes.evidenceState(EvidenceState.MISSING);
    } else {
      boolean inconclusive = Boolean.FALSE.equals(evidence.conclusive());
      outcomes.evidenceState(inconclusive ? EvidenceState.INCONCLUSIVE : EvidenceState.PROVEN);
    }
  }

  /**
   * Lets a person look at the case; what is decided stays.
   *
   * @param why a code, e.g. {@code REPEAT_CLAIMS}
   */
  public void handOver(String why) {
    actions.putIfAbsent(ActionType.ESCALATE_TO_HUMAN, why);
  }

  @Override
  public @Nullable Object value(Term term) {
    return term.outcome() ? outcomes.value(term) : facts.value(term);
  }

  void fired(RuleSource rule) {
    trace.add(rule);
  }

  Assessment assessment() {
    return assessment;
  }

  Outcomes outcomes() {
    return outcomes;
  }

  /** With the code of what the buyer is to do, or why; empty where there is none. */
  Map<ActionType, String> actions() {
    return actions;
  }

  List<RuleSource> trace() {
    return trace;
  }
}
