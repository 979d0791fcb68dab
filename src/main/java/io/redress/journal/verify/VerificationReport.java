package io.redress.journal.verify;

import io.redress.journal.read.Cut;
import java.util.List;
import java.util.Map;

/**
 * The result of a journal verification.
 *
 * @param whole whether the journal is intact
 * @param entries number of entries that were checked
 * @param redecided number of disputes that were decided again
 * @param differing number of those whose decision differs
 * @param auditEvents number of events of the audit log that were checked
 * @param cuts which entries were deleted, when and by which retention
 * @param anchors the heads of all chains, to be stored outside the database
 * @param found number of findings by kind
 * @param doubts the first findings
 */
public record VerificationReport(
    boolean whole,
    long entries,
    long redecided,
    long differing,
    long auditEvents,
    List<Cut> cuts,
    List<String> anchors,
    Map<String, Long> found,
    List<IntegrityFinding> doubts) {
  public VerificationReport {
    cuts = List.copyOf(cuts);
    anchors = List.copyOf(anchors);
    doubts = List.copyOf(doubts);
  }
}
