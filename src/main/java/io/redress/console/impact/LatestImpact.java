package io.redress.console.impact;

import io.redress.console.Links;
import io.redress.console.Messages;
import io.redress.journal.impact.ImpactRuns;
import io.redress.lifecycle.store.StoredRuleSet;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** What the latest run says about a rule set, for the pages that lead to its activation. */
@Singleton
public class LatestImpact {
  private final ImpactRuns runs;
  private final Messages messages;

  LatestImpact(ImpactRuns runs, @Named("t") Messages messages) {
    this.runs = runs;
    this.messages = messages;
  }

  /** A run that is done. */
  public record Latest(String headline, String href, Instant at) {}

  public Optional<Latest> of(StoredRuleSet ruleSet) {
    return runs.latest(ruleSet.version())
        .flatMap(
            run ->
                run.result()
                    .map(
                        report ->
                            new Latest(
                                Headline.of(report, messages),
                                Links.impact(ruleSet.version(), run.id()),
                                run.createdAt())));
  }
}
