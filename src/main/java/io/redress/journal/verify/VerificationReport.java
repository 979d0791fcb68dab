package io.redress.journal.verify;

import java.util.List;
import java.util.Map;

/**
 * What a proof found.
 *
 * @param whole whether nothing is wrong
 * @param entries looked at
 * @param redecided how many were decided again
 * @param differing how many of those came out otherwise
 * @param anchors where each chain ends, to be kept outside the database
 * @param found how many doubts there are of each kind
 * @param doubts the first of them
 */
public record VerificationReport(
    boolean whole,
    long entries,
    long redecided,
    long differing,
    List<String> anchors,
    Map<String, Long> found,
    List<IntegrityFinding> doubts) {
  public VerificationReport {
    anchors = List.copyOf(anchors);
    doubts = List.copyOf(doubts);
  }
}
