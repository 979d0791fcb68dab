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
    Optional<Comparison.Side> base = ImpactWorker.side(ruleSets, wanted.against());
    Optional<Comparison.Side> candidate = ImpactWorker.side(ruleSets, wanted.candidate());
    return base.isEmpty() || candidate.isEmpty()
        ? report
        : Reporting.withLetters(
            report,
            base.get().rules(),
            candidate.get().rules(),
            id ->
                journal
                    .find(UUID.fromString(id))
                    .map(
                        kept ->
                            JournalDisputes.historical(
                                OpenedDecision.of(kept), wanted.recorded())));
  }
}
