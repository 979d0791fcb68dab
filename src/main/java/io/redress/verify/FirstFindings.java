package io.redress.verify;

import io.redress.verify.Finding.Code;
import io.redress.verify.Finding.Severity;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Tells the first findings of a kind in a table, and of the rest how many they are. */
final class FirstFindings {
  private static final int MOST_TOLD = 10;

  private final Consumer<Finding> findings;
  private int found;

  FirstFindings(Consumer<Finding> findings) {
    this.findings = findings;
  }

  /**
   * @param finding worked out only when it is told
   */
  void add(Supplier<Finding> finding) {
    found++;
    if (found <= MOST_TOLD) {
      findings.accept(finding.get());
    }
  }

  /**
   * @param what the rest are and do, after their number
   */
  void tellRest(TableBoxes table, Severity severity, Code code, String what) {
    if (found > MOST_TOLD) {
      findings.accept(
          table.finding(
              severity, code, List.of(), "%,d more ".formatted(found - MOST_TOLD) + what));
    }
  }
}
