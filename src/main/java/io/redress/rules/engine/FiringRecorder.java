package io.redress.rules.engine;

import io.redress.domain.decision.RuleSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;

/** Adds each rule that fires to the trace, before the rule asks tables. */
final class FiringRecorder extends DefaultAgendaEventListener {
  private final Map<String, RuleSource> sources;
  private final Draft draft;
  private final @Nullable RuleObservation observation;

  /**
   * @param sources place of each rule, by name
   */
  FiringRecorder(
      Map<String, RuleSource> sources, Draft draft, @Nullable RuleObservation observation) {
    this.observation = observation;
    this.sources = sources;
    this.draft = draft;
  }

  @Override
  public void beforeMatchFired(BeforeMatchFiredEvent event) {
    RuleSource source = sources.get(event.getMatch().getRule().getName());
    if (source != null) {
      draft.fired(source);
      if (observation != null) {
        observation.firing(source);
      }
    }
  }
}
