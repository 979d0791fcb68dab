package io.redress.check.invariant;

import io.redress.check.scenario.Candidates;
import io.redress.check.scenario.Scenarios;
import io.redress.domain.decision.Decision;
import io.redress.domain.dispute.Dispute;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.YamlEntries;
import io.redress.rules.table.Tables;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The laws of a rule set. */
public final class Invariants {
  /** People read laws: who sends more sends something else. */
  private static final int MOST_BYTES = 256 * 1024;

  private final List<Law> laws;

  private Invariants(List<Law> laws) {
    this.laws = List.copyOf(laws);
  }

  /**
   * Reads all laws without a fault; none where the rule set has no such file.
   *
   * @param files the rule set's, by path
   * @param problems takes every fault found
   */
  public static Invariants read(Map<String, byte[]> files, List<RuleProblem> problems) {
    byte[] bytes = files.get(RuleSetFiles.INVARIANTS);
    if (bytes == null) {
      return new Invariants(List.of());
    }
    if (bytes.length > MOST_BYTES) {
      problems.add(
          RuleProblem.ofFile(
              RuleSetFiles.INVARIANTS,
              ProblemCode.TOO_LARGE,
              "the laws fill " + bytes.length + " bytes.",
              "Keep them within " + MOST_BYTES + "."));
      return new Invariants(List.of());
    }
    LawReader reader = new LawReader(problems);
    return new Invariants(
        YamlEntries.read(RuleSetFiles.INVARIANTS, bytes, problems).stream()
            .flatMap(written -> reader.read(written).stream())
            .toList());
  }

  /**
   * How much is tried.
   *
   * @param decisions after which a trial ends: the same facts are tried each time
   * @param patience after which it ends all the same, on a machine too slow for them
   */
  public record Effort(int decisions, Duration patience) {
    /** About 100 ms: a changed workbook is to decide within a second of its upload. */
    public static final Effort AT_ADMISSION = new Effort(600, Duration.ofMillis(1_500));

    /**
     * Some seconds, where nobody waits for the rule set: every law on every test case, and more.
     */
    public static final Effort THOROUGH = new Effort(30_000, Duration.ofMinutes(1));
  }

  /**
   * Tries the laws on facts at the tables' limits and around those of the test cases.
   *
   * @param decide what the rule set does
   * @param known disputes of the test cases
   */
  public InvariantReport check(
      Function<Dispute, Decision> decide, Tables tables, List<Dispute> known, Effort effort) {
    if (laws.isEmpty()) {
      return InvariantReport.NONE;
    }
    Candidates candidates = new Candidates(tables);
    return new LawChecker(laws, candidates, new CountingDecider(decide))
        .on(new Scenarios(candidates, known), effort);
  }

  int size() {
    return laws.size();
  }
}
