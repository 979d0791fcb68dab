package io.redress.engine;

import io.redress.calendar.Calendars;
import io.redress.decision.Assessment;
import io.redress.decision.Decision;
import io.redress.decision.RuleSetId;
import io.redress.decision.RuleSource;
import io.redress.table.Tables;
import java.util.Map;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;

/** Rules that Drools has compiled, ready to decide any number of disputes at once. */
public final class CompiledRules {
  /** A flow of some twenty rules that has not ended by then never will. */
  private static final int MOST_FIRINGS = 1_000;

  private final KieContainer container;
  private final KieBase base;
  private final Map<String, RuleSource> sources;

  CompiledRules(KieContainer container, Map<String, RuleSource> sources) {
    this.container = container;
    this.base = container.getKieBase();
    this.sources = Map.copyOf(sources);
  }

  /**
   * Decides, without a letter.
   *
   * @throws IllegalStateException when the rules never end, or end without a resolution
   */
  public Decision decide(
      Assessment assessment, Tables tables, Calendars calendars, RuleSetId ruleSet) {
    KieSession session = base.newKieSession();
    Draft draft = new Draft(assessment, tables, session);
    try {
      session.setGlobal("draft", draft);
      session.addEventListener(new FiringRecorder(sources, draft));
      session.insert(assessment.dispute());
      if (session.fireAllRules(MOST_FIRINGS) == MOST_FIRINGS) {
        throw new IllegalStateException(
            "the rules fired " + MOST_FIRINGS + " times without an end");
      }
    } finally {
      session.dispose();
    }
    if (draft.outcomes().resolution() == null) {
      throw new IllegalStateException("the rules end without a resolution");
    }
    return DecisionWriter.write(draft, calendars, ruleSet);
  }

  KieContainer container() {
    return container;
  }

  /** Frees the classes that Drools made for these rules; nothing may be decided with them after. */
  public void dispose() {
    container.dispose();
    KieServices.get().getRepository().removeKieModule(container.getReleaseId());
  }
}
