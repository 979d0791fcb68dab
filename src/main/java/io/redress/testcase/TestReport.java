package io.redress.testcase;

import io.redress.decision.RuleSource;
import io.redress.expectation.Difference;
import io.redress.source.Place;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came of running test cases.
 *
 * @param passed the number of cases that came out as expected
 * @param fired every rule that fired in any case
 */
public record TestReport(int passed, List<Failure> failures, Set<RuleSource> fired) {
  /** Nothing was run. */
  public static final TestReport NONE = new TestReport(0, List.of(), Set.of());

  public TestReport {
    failures = List.copyOf(failures);
    fired = Set.copyOf(fired);
  }

  /**
   * A case that came out otherwise.
   *
   * @param source who says what it expects
   * @param place where the case is written
   */
  public record Failure(
      String id, String title, @Nullable String source, Place place, List<Difference> differences) {
    public Failure {
      differences = List.copyOf(differences);
    }

    /** Such as {@code dress-1: nextOrderDiscountPercent: expected 5, was 3}. */
    @Override
    public String toString() {
      return differences.stream()
          .map(Difference::toString)
          .collect(Collectors.joining("; ", id + ": ", ""));
    }
  }

  /** How many were run. */
  public int cases() {
    return passed + failed();
  }

  public int failed() {
    return failures.size();
  }

  /** The rows that no case made fire, in the order given. */
  public List<RuleSource.TableRow> uncovered(Collection<RuleSource.TableRow> rows) {
    return rows.stream().filter(row -> !fired.contains(row)).toList();
  }
}
