package io.redress.rules.source;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list of problems with a bounded size: it holds the first 100 of each code in each sheet or
 * file, and a summary of how many more there were.
 */
public final class ProblemList extends AbstractList<RuleProblem> {
  private static final int MAX_PER_KIND = 100;
  private static final Set<ProblemCode> FOLDER =
      Set.of(ProblemCode.FOLDER_MISSING, ProblemCode.FOLDER_UNREADABLE);

  private final Map<Kind, Integer> counts = new HashMap<>();
  private final List<RuleProblem> listed = new ArrayList<>();
  private final List<Kind> truncated = new ArrayList<>();
  private int added;

  private record Kind(String file, @Nullable String sheet, ProblemCode code) {}

  @Override
  public boolean add(RuleProblem problem) {
    Kind kind = new Kind(problem.file(), problem.sheet(), problem.code());
    int count = counts.merge(kind, 1, Integer::sum);
    if (count <= MAX_PER_KIND) {
      listed.add(problem);
    } else if (count == MAX_PER_KIND + 1) {
      truncated.add(kind);
    }
    added++;
    return true;
  }

  /** Returns how many problems were added, including those that are only counted. */
  public int found() {
    return added;
  }

  /**
   * Returns the problems that hide content first, since others may follow from them. Where a folder
   * cannot be read, files that seem to be missing may be in it, and are left out.
   */
  public List<RuleProblem> causesFirst() {
    boolean inFolder = stream().anyMatch(problem -> FOLDER.contains(problem.code()));
    return stream()
        .filter(problem -> !inFolder || problem.code() != ProblemCode.FILE_MISSING)
        .sorted(Comparator.comparing(problem -> !problem.code().hidesContent()))
        .toList();
  }

  @Override
  public RuleProblem get(int index) {
    return index < listed.size()
        ? listed.get(index)
        : summary(truncated.get(index - listed.size()));
  }

  @Override
  public int size() {
    return listed.size() + truncated.size();
  }

  private RuleProblem summary(Kind kind) {
    return new RuleProblem(
        kind.file(),
        kind.sheet(),
        null,
        null,
        kind.code(),
        null,
        "and %,d more of these.".formatted(counts.getOrDefault(kind, 0) - MAX_PER_KIND),
        "Correct the first ones, then check again.");
  }
}
