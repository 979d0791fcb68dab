package io.redress.check.testcase;

import io.redress.check.expectation.Difference;
import io.redress.rules.source.Place;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came of a test case.
 *
 * @param source who says what it expects
 * @param place where the case is written
 * @param differences from what it expects; none when it passed
 */
public record CaseOutcome(
    String id, String title, @Nullable String source, Place place, List<Difference> differences) {
  public CaseOutcome {
    differences = List.copyOf(differences);
  }

  /** Whether all came out as expected. */
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
