package io.redress.journal.impact;

import io.redress.insight.impact.Comparison;
import io.redress.insight.impact.ImpactReport;
import io.redress.insight.impact.Reporting;
import io.redress.journal.read.JournalSearch;
import io.redress.journal.read.OpenedDecision;
import io.redress.lifecycle.RuleSets;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/**
 * The letters of the largest changes. They have personal data, so they are not kept with a run, but
 * read and written again while the data are there.
 */
@Singleton
public class ImpactLetters {
  private final JournalSearch journal;
  private final RuleSets ruleSets;

  ImpactLetters(JournalSearch journal, RuleSets ruleSets) {
    this.journal = journal;
    this.ruleSets = ruleSets;
  }

  /** Returns the report with the letters that can still be written. */
  public ImpactReport added(ImpactRun run, ImpactReport report) {
    ImpactSpecification wanted = run.specification();
    return added(wanted.against(), wanted.candidate(), wanted.recorded(), report);
  }

  /**
   * Returns a report with the letters that can still be written.
   *
   * @param against version of the rule set that it is compared with
   * @param tried version of the candidate
   * @param recorded whether it is compared with the recorded answers
   */
  public ImpactReport added(String against, String tried, boolean recorded, ImpactReport report) {
    Optional<Comparison.Side> base = ComparedRules.side(ruleSets, against);
    Optional<Comparison.Side> candidate = ComparedRules.side(ruleSets, tried);
    return base.isEmpty() || candidate.isEmpty()
        ? report
        : Reporting.withLetters(
            report,
            base.get().rules(),
            candidate.get().rules(),
            id ->
                journal
                    .find(UUID.fromString(id))
                    .map(kept -> JournalDisputes.historical(OpenedDecision.of(kept), recorded)));
  }
}
