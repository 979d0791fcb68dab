package io.redress.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes of more problems than anybody reads as many as are of use, and says how many it kept. */
public final class Flood {
  /** Of one kind in one sheet or file. */
  private static final int MOST_TOLD = 100;

  private Flood() {}

  private record Kind(String file, @Nullable String sheet, ProblemCode code) {
    static Kind of(RuleProblem problem) {
      return new Kind(problem.file(), problem.sheet(), problem.code());
    }
  }

  /** The first problems of each kind in each sheet or file, in their order, then how many more. */
  public static List<RuleProblem> shortened(List<RuleProblem> problems) {
    Map<Kind, Integer> counts = new LinkedHashMap<>();
    List<RuleProblem> told = new ArrayList<>();
    for (RuleProblem problem : problems) {
      if (counts.merge(Kind.of(problem), 1, Integer::sum) <= MOST_TOLD) {
        told.add(problem);
      }
    }
    counts.forEach(
        (kind, count) -> {
          if (count > MOST_TOLD) {
            told.add(more(kind, count - MOST_TOLD));
          }
        });
    return told;
  }

  private static RuleProblem more(Kind kind, int count) {
    return new RuleProblem(
        kind.file(),
        kind.sheet(),
        null,
        null,
        kind.code(),
        null,
        "and %,d more of these.".formatted(count),
        "Mend the first ones, then look again.");
  }
}
