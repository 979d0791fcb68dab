package io.redress.check.invariant;

import io.redress.check.scenario.Candidates;
import io.redress.check.scenario.Scenarios;
import io.redress.domain.decision.Decision;
import io.redress.domain.dispute.Dispute;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.ProblemList;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.YamlEntries;
import io.redress.rules.table.Tables;
import io.redress.rules.table.Terms;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The laws of a rule set, as read from {@code invariants.yaml}. */
public final class Invariants {
  /** Far more than people can read; a larger file is something else. */
  private static final int MAX_BYTES = 256 * 1024;

  private final List<Law> laws;

  private Invariants(List<Law> laws) {
    this.laws = List.copyOf(laws);
  }

  /**
   * Reads all valid laws; none if the rule set has no {@code invariants.yaml}.
   *
   * @param files files of the rule set, by path
   * @param problems receives all problems
   */
  public static Invariants read(Map<String, byte[]> files, List<RuleProblem> problems) {
    byte[] bytes = files.get(RuleSetFiles.INVARIANTS);
    if (bytes == null) {
      return new Invariants(List.of());
    }
    if (bytes.length > MAX_BYTES) {
      problems.add(
          RuleProblem.ofFile(
              RuleSetFiles.INVARIANTS,
              ProblemCode.TOO_LARGE,
              "the laws fill " + bytes.length + " bytes.",
              "Keep them within " + MAX_BYTES + "."));
      return new Invariants(List.of());
    }
    LawReader reader = new LawReader(Terms.read(files, new ProblemList()), problems);
    return new Invariants(
        YamlEntries.read(RuleSetFiles.INVARIANTS, bytes, problems).stream()
            .flatMap(written -> reader.read(written).stream())
            .toList());
  }

  /**
   * The effort spent on checking laws.
   *
   * @param decisions number of decisions after which a check ends; the facts are the same each time
   * @param patience time after which it ends even if the machine was too slow for all decisions
   */
  public record Effort(int decisions, Duration patience) {
    /**
     * About 100 ms, so that a changed workbook can be active within a second of its upload; the
     * patience is for machines so busy that a violated law would otherwise not be tried.
     */
    public static final Effort AT_ADMISSION = new Effort(600, Duration.ofSeconds(5));

    /** Some seconds, where no one waits for the result: every law on every test case, and more. */
    public static final Effort THOROUGH = new Effort(30_000, Duration.ofMinutes(1));
  }

  /**
   * Checks the laws on the disputes of the test cases, on variations of them, and on facts next to
   * the limits in tables.
   *
   * @param decide decides by the rule set
   * @param known disputes of the test cases
   */
  public InvariantReport check(
      Function<Dispute, Decision> decide, Tables tables, List<Dispute> known, Effort effort) {
    if (laws.isEmpty()) {
      return InvariantReport.NONE;
    }
    Candidates candidates = new Candidates(tables);
    return new LawChecker(
            laws, candidates, new CountingDecider(decide, tables.terms().own().facts()))
        .on(new Scenarios(candidates, known), effort);
  }

  /** The law with this id alone; none if there is no such law. */
  public Invariants only(String id) {
    return new Invariants(laws.stream().filter(law -> law.id().equals(id)).toList());
  }

  int size() {
    return laws.size();
  }
}
