package io.redress.rules.engine;

import io.redress.domain.decision.Assessment;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.RuleSetId;
import io.redress.domain.decision.RuleSource;
import io.redress.rules.calendar.Calendars;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.table.Tables;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.base.base.ValueResolver;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/** Compiled rules. Thread-safe. */
public final class CompiledRules {
  /** A flow has about twenty rules; one with more firings never ends. */
  private static final int MAX_FIRINGS = 1_000;

  private final KieBase base;
  private final Map<String, RuleSource> sources;
  private final List<TableReference> tableReferences;
  private final Set<String> words;

  CompiledRules(
      KieBase base,
      Map<String, RuleSource> sources,
      List<TableReference> tableReferences,
      Set<String> words) {
    this.base = base;
    this.words = Set.copyOf(words);
    this.sources = Map.copyOf(sources);
    this.tableReferences = List.copyOf(tableReferences);
  }

  /**
   * Decides, without a letter.
   *
   * @param limit time limit for the rules
   * @throws NonTerminatingRulesException when they take longer or fire too often
   * @throws IllegalStateException when the rules end without a resolution
   */
  public Decision decide(
      Assessment assessment,
      Tables tables,
      Calendars calendars,
      RuleSetId ruleSet,
      Duration limit) {
    return decide(assessment, tables, calendars, ruleSet, limit, null);
  }

  /**
   * Decides as {@link #decide(Assessment, Tables, Calendars, RuleSetId, Duration)} does.
   *
   * @param observer sees how the decision comes about; null for none
   */
  public Decision decide(
      Assessment assessment,
      Tables tables,
      Calendars calendars,
      RuleSetId ruleSet,
      Duration limit,
      @Nullable Observer observer) {
    KieSession session = base.newKieSession();
    Draft draft = new Draft(assessment, tables, session, observer);
    RuleObservation observation =
        observer == null || !observer.watchesRules()
            ? null
            : new RuleObservation(base, sources, (ValueResolver) session);
    try (RuleExecution run = Watchdog.watch(new RuleExecution(draft, ruleSet, limit))) {
      fire(session, draft, run, observation);
    } finally {
      session.dispose();
    }
    if (draft.outcomes().resolution() == null) {
      throw new IllegalStateException("the rules end without a resolution");
    }
    if (observer != null && observation != null) {
      observer.ended(draft, observation.states());
    }
    return DecisionWriter.write(draft, calendars, ruleSet);
  }

  /** Rules may throw anything, even errors; only their own decision fails. */
  @SuppressWarnings("CatchThrowable")
  private void fire(
      KieSession session, Draft draft, RuleExecution run, @Nullable RuleObservation observation) {
    boolean ended;
    try {
      session.setGlobal("draft", draft);
      session.addEventListener(new FiringRecorder(sources, draft, observation));
      if (observation != null) {
        session.addEventListener(observation);
      }
      session.insert(draft.assessment().dispute());
      ended = session.fireAllRules(MAX_FIRINGS) < MAX_FIRINGS;
    } catch (Throwable thrown) {
      throw run.failure(thrown);
    }
    if (!ended) {
      throw run.nonTerminating("is one of " + MAX_FIRINGS + " that fired without ending");
    }
  }

  /**
   * Returns the problems of tables that the rules ask but that do not exist: one for each that is
   * probably misspelt, and one for all others together, such as those of a workbook that is
   * missing. Where a workbook cannot be read, its own problem says enough.
   */
  List<RuleProblem> missingTables(Tables tables) {
    return tables.complete() ? TableReference.missing(tableReferences, tables.names()) : List.of();
  }

  /** Returns the texts that the rules name, some of which they may answer. */
  public Set<String> words() {
    Set<String> all = new HashSet<>(words);
    all.addAll(Draft.CODES);
    return all;
  }

  KieBase base() {
    return base;
  }
}
