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
 * Analyses tables for overlaps, duplicate rows, unreachable rows and gaps. Findings are exact, not
 * sampled: all words, all numbers and days, all sets of words and unknown facts are covered.
 */
public final class Verification {
  private static final Duration DEFAULT_TIME = Duration.ofSeconds(5);

  /** The most serious first, while there is time. */
  private static final List<Check> CHECKS =
      List.of(
          new OverlappingRows(),
          new DuplicateRows(),
          new UnreachableRows(),
          new ConstantConditions(),
          new Gaps());

  private static final List<Check> ORDER = List.of(new PartialOverlaps());

  private Verification() {}

  /** Looks for one kind of finding. */
  interface Check {
    void run(TableBoxes table, Budget budget, Consumer<Finding> findings);
  }

  /** Analyses tables within 5 s; returns findings, errors first. */
  static List<Finding> of(Collection<DecisionTable> tables) {
    return of(tables, DEFAULT_TIME);
  }

  /**
   * Analyses tables; returns findings, errors first.
   *
   * @param time after which the analysis stops, with a finding for each table that is not finished
   */
  public static List<Finding> of(Collection<DecisionTable> tables, Duration time) {
    return run(CHECKS, tables, time);
  }

  /**
   * Finds rows of FIRST tables whose order decides. That is what FIRST means, so these notes are
   * for those who ask.
   *
   * @param time after which the analysis stops
   */
  public static List<Finding> overlaps(Collection<DecisionTable> tables, Duration time) {
    return run(ORDER, tables, time).stream().filter(found -> found.code() == Code.OVERLAP).toList();
  }

  private static List<Finding> run(
      List<Check> checks, Collection<DecisionTable> tables, Duration time) {
    Budget budget = Budget.of(time);
    List<Finding> findings = new ArrayList<>();
    List<TableBoxes> boxes = new ArrayList<>();
    for (DecisionTable table : tables) {
      TableBoxes.of(table).ifPresentOrElse(boxes::add, () -> findings.add(tooLarge(table)));
    }
    for (Check check : checks) {
      boxes.forEach(table -> check.run(table, budget, findings::add));
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
        null,
        List.of(),
        "the table names too many values to be analysed. Split it.",
        Map.of());
  }
}
