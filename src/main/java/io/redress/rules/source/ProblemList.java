package io.redress.rules.source;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list of problems that stays as short as anybody reads, however many are added: of one kind in
 * one sheet or file it holds the first, and at its end how many more there were.
 */
public final class ProblemList extends AbstractList<RuleProblem> {
  private static final int MOST_TOLD = 100;

  private final Map<Kind, Integer> counts = new HashMap<>();
  private final List<RuleProblem> told = new ArrayList<>();
  private final List<Kind> more = new ArrayList<>();
  private int found;

  private record Kind(String file, @Nullable String sheet, ProblemCode code) {}

  @Override
  public boolean add(RuleProblem problem) {
    Kind kind = new Kind(problem.file(), problem.sheet(), problem.code());
    int count = counts.merge(kind, 1, Integer::sum);
    if (count <= MOST_TOLD) {
      told.add(problem);
    } else if (count == MOST_TOLD + 1) {
      more.add(kind);
    }
    found++;
    return true;
  }

  /** How many problems were added, those that are not told one by one included. */
  public int found() {
    return found;
  }

  @Override
  public RuleProblem get(int index) {
    return index < told.size() ? told.get(index) : rest(more.get(index - told.size()));
  }

  @Override
  public int size() {
    return told.size() + more.size();
  }

  private RuleProblem rest(Kind kind) {
    return new RuleProblem(
        kind.file(),
        kind.sheet(),
        null,
        null,
        kind.code(),
        null,
        "and %,d more of these.".formatted(counts.getOrDefault(kind, 0) - MOST_TOLD),
        "Mend the first ones, then look again.");
  }
}
