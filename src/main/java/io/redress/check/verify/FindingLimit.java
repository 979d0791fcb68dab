package io.redress.check.verify;

import io.redress.check.verify.Finding.Code;
import io.redress.check.verify.Finding.Severity;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reports the first findings of a kind in a table one by one, and only the number of the rest. */
final class FindingLimit {
  private final Consumer<Finding> findings;
  private final int max;
  private int found;

  /**
   * @param max how many are reported one by one
   */
  FindingLimit(Consumer<Finding> findings, int max) {
    this.max = max;
    this.findings = findings;
  }

  /**
   * @param finding computed only if it is reported
   */
  void report(Supplier<Finding> finding) {
    found++;
    if (found <= max) {
      findings.accept(finding.get());
    }
  }

  /**
   * @param what describes the rest; follows their number in the message
   */
  void reportRest(TableBoxes table, Severity severity, Code code, String what) {
    if (found > max) {
      findings.accept(
          table.finding(severity, code, List.of(), "%,d more ".formatted(found - max) + what));
    }
  }
}
