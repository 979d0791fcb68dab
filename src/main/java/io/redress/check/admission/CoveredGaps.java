package io.redress.check.admission;

import io.redress.check.scenario.CompleteFacts;
import io.redress.check.verify.Finding;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.RuleSource;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Dispute;
import java.util.List;

/**
 * Finds the gaps that do no harm: on facts of the gap, a row of another table gives the resolution,
 * so that the flow never asks the table for them, or asks another one, too. It does not when the
 * last rule of the flow has to leave the dispute to a person.
 */
final class CoveredGaps {
  private CoveredGaps() {}

  /**
   * @param known the disputes of the test cases
   */
  static List<Finding> among(List<Finding> findings, Rehearsal rules, List<Dispute> known) {
    List<Finding> gaps = findings.stream().filter(CoveredGaps::mayBeCovered).toList();
    if (gaps.isEmpty()) {
      return List.of();
    }
    CompleteFacts facts = new CompleteFacts(rules.tables(), known, rules::decideOnce);
    return gaps.stream()
        .filter(
            gap ->
                facts
                    .of(gap.file(), gap.sheet(), gap.example())
                    .filter(completed -> isAnswered(completed.decision()))
                    .isPresent())
        .toList();
  }

  private static boolean mayBeCovered(Finding found) {
    return found.code() == Finding.Code.GAP && found.severity() == Finding.Severity.NOTE;
  }

  private static boolean isAnswered(Decision decision) {
    return decision.resolution() != ActionType.ESCALATE_TO_HUMAN
        || decision.fired().stream()
            .anyMatch(
                step ->
                    step.source() instanceof RuleSource.TableRow
                        && step.effect().containsKey("resolution"));
  }
}
