package io.redress.check.verify;

import io.redress.check.verify.Finding.Code;
import io.redress.check.verify.Finding.Severity;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Tells the first findings of a kind in a table, and of the rest how many they are. */
final class FindingLimit {
  private final Consumer<Finding> findings;
  private final int most;
  private int found;

  /**
   * @param most that are told one by one
   */
  FindingLimit(Consumer<Finding> findings, int most) {
    this.most = most;
    this.findings = findings;
  }

  /**
   * @param finding worked out only when it is told
   */
  void add(Supplier<Finding> finding) {
    found++;
    if (found <= most) {
      findings.accept(finding.get());
    }
  }

  /**
   * @param what the rest are and do, after their number
   */
  void tellRest(TableBoxes table, Severity severity, Code code, String what) {
    if (found > most) {
      findings.accept(
          table.finding(severity, code, List.of(), "%,d more ".formatted(found - most) + what));
    }
  }
}
