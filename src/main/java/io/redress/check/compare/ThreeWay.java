package io.redress.check.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Merges what two people made of one list: of the lines of a text, or of the rows of a table.
 *
 * <p>Between elements that all three lists share, a change of one side is taken over. Where both
 * sides changed the same part, it is resolved element by element if both kept its length, and as a
 * whole otherwise; what is not resolved is a conflict.
 */
final class ThreeWay<T> {
  private final List<T> base;
  private final List<T> ours;
  private final List<T> theirs;
  private final Resolution<T> resolution;
  private final List<Merged<T>> merged = new ArrayList<>();
  private final List<Clash> clashes = new ArrayList<>();

  /** Resolves what both sides changed: one element of each, or parts; empty if it is a conflict. */
  interface Resolution<T> {
    Optional<List<T>> resolved(Clash clash, List<T> base, List<T> ours, List<T> theirs);
  }

  /**
   * An element of the result.
   *
   * @param ours its place in our list; -1 if it is theirs
   */
  record Merged<T>(T element, int ours) {}

  /** A part that both sides changed: from and to which index of the base and of either side. */
  record Clash(int base, int ours, int oursEnd, int theirs, int theirsEnd) {}

  /** The result, or all conflicts. */
  record Result<T>(List<Merged<T>> merged, List<Clash> clashes) {
    Result {
      merged = List.copyOf(merged);
      clashes = List.copyOf(clashes);
    }
  }

  private ThreeWay(List<T> base, List<T> ours, List<T> theirs, Resolution<T> resolution) {
    this.base = base;
    this.ours = ours;
    this.theirs = theirs;
    this.resolution = resolution;
  }

  static <T> Result<T> of(List<T> base, List<T> ours, List<T> theirs, Resolution<T> resolution) {
    ThreeWay<T> work = new ThreeWay<>(base, ours, theirs, resolution);
    work.run();
    return new Result<>(work.merged, work.clashes);
  }

  private void run() {
    int[] inOurs = CommonParts.matches(base, ours);
    int[] inTheirs = CommonParts.matches(base, theirs);
    int b = 0;
    int o = 0;
    int t = 0;
    while (b < base.size() || o < ours.size() || t < theirs.size()) {
      int next = b;
      while (next < base.size() && (inOurs[next] < 0 || inTheirs[next] < 0)) {
        next++;
      }
      int nextOurs = next < base.size() ? inOurs[next] : ours.size();
      int nextTheirs = next < base.size() ? inTheirs[next] : theirs.size();
      part(b, next, o, nextOurs, t, nextTheirs);
      if (next < base.size()) {
        merged.add(new Merged<>(ours.get(nextOurs), nextOurs));
      }
      b = next + 1;
      o = nextOurs + 1;
      t = nextTheirs + 1;
    }
  }

  private void part(int b, int bEnd, int o, int oEnd, int t, int tEnd) {
    List<T> before = base.subList(b, bEnd);
    List<T> mine = ours.subList(o, oEnd);
    List<T> other = theirs.subList(t, tEnd);
    if (other.equals(before) || other.equals(mine)) {
      take(mine, o, oEnd);
    } else if (mine.equals(before)) {
      take(other, o, oEnd);
    } else if (mine.size() == before.size() && other.size() == before.size() && mine.size() > 1) {
      for (int i = 0; i < before.size(); i++) {
        part(b + i, b + i + 1, o + i, o + i + 1, t + i, t + i + 1);
      }
    } else {
      Clash clash = new Clash(b, o, oEnd, t, tEnd);
      resolution
          .resolved(clash, before, mine, other)
          .ifPresentOrElse(both -> take(both, o, oEnd), () -> clashes.add(clash));
    }
  }

  /** Puts elements in the place of a part of ours: into its elements, if they are as many. */
  private void take(List<T> elements, int o, int oEnd) {
    boolean sameLength = elements.size() == oEnd - o;
    for (int i = 0; i < elements.size(); i++) {
      merged.add(new Merged<>(elements.get(i), sameLength ? o + i : -1));
    }
  }
}
