package io.redress.check.compare;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * How a text differs from an earlier one, line by line.
 *
 * @param lines those that changed, with a few around them; at most {@value #MAX_LINES}
 * @param more the number of further changed lines
 */
public record TextChange(List<Line> lines, int more) {
  private static final int AROUND = 2;
  private static final int MAX_LINES = 400;

  /** Whether a line changed. */
  public enum Kind {
    SAME,
    REMOVED,
    ADDED,
    /** Stands for equal lines that are left out. */
    GAP
  }

  /**
   * A line.
   *
   * @param number in the later text, or in the earlier one if it was removed
   */
  public record Line(Kind kind, int number, String text) {}

  public TextChange {
    lines = List.copyOf(lines);
  }

  public static TextChange between(byte[] before, byte[] after) {
    List<String> earlier = lines(before);
    List<String> later = lines(after);
    int[] matches = CommonParts.matches(earlier, later);
    List<Line> all = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < earlier.size(); i++) {
      if (matches[i] < 0) {
        all.add(new Line(Kind.REMOVED, i + 1, earlier.get(i)));
        continue;
      }
      for (; next < matches[i]; next++) {
        all.add(new Line(Kind.ADDED, next + 1, later.get(next)));
      }
      all.add(new Line(Kind.SAME, ++next, earlier.get(i)));
    }
    for (; next < later.size(); next++) {
      all.add(new Line(Kind.ADDED, next + 1, later.get(next)));
    }
    return brief(all);
  }

  private static List<String> lines(byte[] text) {
    return new String(text, StandardCharsets.UTF_8).lines().toList();
  }

  private static TextChange brief(List<Line> all) {
    List<Line> shown = new ArrayList<>();
    int more = 0;
    for (int i = 0; i < all.size(); i++) {
      boolean near =
          all.subList(Math.max(0, i - AROUND), Math.min(all.size(), i + AROUND + 1)).stream()
              .anyMatch(line -> line.kind() != Kind.SAME);
      if (!near) {
        if (shown.isEmpty() || shown.get(shown.size() - 1).kind() != Kind.GAP) {
          shown.add(new Line(Kind.GAP, all.get(i).number(), ""));
        }
      } else if (shown.size() < MAX_LINES) {
        shown.add(all.get(i));
      } else if (all.get(i).kind() != Kind.SAME) {
        more++;
      }
    }
    return new TextChange(shown, more);
  }
}
