package io.redress.check.testcase;

import io.redress.check.expectation.Difference;
import io.redress.rules.source.Place;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The result of a test case.
 *
 * @param source where the expectation comes from; null if not stated
 * @param place where the case is written
 * @param differences differences from the expectation; empty if it passed
 */
public record CaseOutcome(
    String id, String title, @Nullable String source, Place place, List<Difference> differences) {
  public CaseOutcome {
    differences = List.copyOf(differences);
  }

  /** Whether the decision is as expected. */
  public boolean passed() {
    return differences.isEmpty();
  }

  /** Such as {@code dress-1: nextOrderDiscountPercent: expected 5, was 3}. */
  @Override
  public String toString() {
    return differences.stream()
        .map(Difference::toString)
        .collect(Collectors.joining("; ", id + ": ", ""));
  }
}
