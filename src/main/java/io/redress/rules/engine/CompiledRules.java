package io.redress.rules.engine;

import io.redress.domain.decision.Assessment;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.RuleSetId;
import io.redress.domain.decision.RuleSource;
import io.redress.rules.calendar.Calendars;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.table.Tables;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/** Rules that Drools has compiled, ready to decide any number of disputes at once. */
public final class CompiledRules {
  /** A flow of some twenty rules that has not ended by then never will. */
  private static final int MOST_FIRINGS = 1_000;

  private final KieBase base;
  private final Map<String, RuleSource> sources;
  private final List<TableReference> asked;

  CompiledRules(KieBase base, Map<String, RuleSource> sources, List<TableReference> asked) {
    this.base = base;
    this.sources = Map.copyOf(sources);
    this.asked = List.copyOf(asked);
  }

  /**
   * Decides, without a letter.
   *
   * @param limit how long the rules may take
   * @throws NonTerminatingRulesException when they take longer, or fire too often
   * @throws IllegalStateException when the rules end without a resolution
   */
  public Decision decide(
      Assessment assessment,
      Tables tables,
      Calendars calendars,
      RuleSetId ruleSet,
      Duration limit) {
    KieSession session = base.newKieSession();
    Draft draft = new Draft(assessment, tables, session);
    try (RuleExecution run = Watchdog.watch(new RuleExecution(draft, ruleSet, limit))) {
      fire(session, draft, run);
    } finally {
      session.dispose();
    }
    if (draft.outcomes().resolution() == null) {
      throw new IllegalStateException("the rules end without a resolution");
    }
    return DecisionWriter.write(draft, calendars, ruleSet);
  }

  /** A rule may throw anything; what comes of it never harms more than its decision. */
  @SuppressWarnings("CatchThrowable")
  private void fire(KieSession session, Draft draft, RuleExecution run) {
    boolean ended;
    try {
      session.setGlobal("draft", draft);
      session.addEventListener(new FiringRecorder(sources, draft));
      session.insert(draft.assessment().dispute());
      ended = session.fireAllRules(MOST_FIRINGS) < MOST_FIRINGS;
    } catch (Throwable thrown) {
      throw run.failure(thrown);
    }
    if (!ended) {
      throw run.endless("is one of " + MOST_FIRINGS + " that fired without an end");
    }
  }

  /** What is wrong with the tables for these rules. */
  List<RuleProblem> missing(Tables tables) {
    return asked.stream().flatMap(table -> table.missingFrom(tables).stream()).toList();
  }

  KieBase base() {
    return base;
  }
}
