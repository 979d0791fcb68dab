package io.redress.check.verify;

import io.redress.check.verify.Finding.Code;
import io.redress.check.verify.Finding.Severity;
import io.redress.rules.table.DecisionTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Looks at tables as wholes. What it finds is exact, not sampled: over all words, over numbers and
 * days between the bounds that cells name, over sets of words, and over facts that are not known.
 */
public final class Verification {
  private static final Duration USUAL_TIME = Duration.ofSeconds(5);

  /** What matters most comes first, while there is time. */
  private static final List<Check> CHECKS =
      List.of(
          new OverlappingRows(),
          new DuplicateRows(),
          new UnreachableRows(),
          new Gaps(),
          new PartialOverlaps());

  private Verification() {}

  /** Looks for one kind of thing. */
  interface Check {
    void look(TableBoxes table, Budget budget, Consumer<Finding> findings);
  }

  /** What there is to say of some tables, errors first. */
  public static List<Finding> of(Collection<DecisionTable> tables) {
    return of(tables, USUAL_TIME);
  }

  /**
   * What there is to say of some tables, errors first.
   *
   * @param time after which it ends, with a finding for each table that is not looked at whole
   */
  public static List<Finding> of(Collection<DecisionTable> tables, Duration time) {
    Budget budget = Budget.of(time);
    List<Finding> findings = new ArrayList<>();
    List<TableBoxes> boxes = new ArrayList<>();
    for (DecisionTable table : tables) {
      TableBoxes.of(table).ifPresentOrElse(boxes::add, () -> findings.add(tooLarge(table)));
    }
    for (Check check : CHECKS) {
      boxes.forEach(table -> check.look(table, budget, findings::add));
    }
    findings.sort(Comparator.comparing(Finding::severity));
    return findings;
  }

  private static Finding tooLarge(DecisionTable table) {
    return new Finding(
        Severity.WARNING,
        Code.NOT_FINISHED,
        table.name(),
        table.file(),
        table.sheet(),
        List.of(),
        "the table names too many values to be verified. Split it.",
        Map.of());
  }
}
