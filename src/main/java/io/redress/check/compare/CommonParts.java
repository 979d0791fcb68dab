package io.redress.check.compare;

import java.util.Arrays;
import java.util.List;

/** The longest common subsequence of two lists. */
final class CommonParts {
  /** Larger tables of lengths are not worked out: then only the equal ends are common. */
  private static final long MAX_CELLS = 16_000_000;

  private CommonParts() {}

  /** For each element of the first list its place in the second; -1 if it is not common. */
  static <T> int[] matches(List<T> before, List<T> after) {
    int[] matches = new int[before.size()];
    Arrays.fill(matches, -1);
    int start = 0;
    int end = before.size();
    int afterEnd = after.size();
    while (start < end && start < afterEnd && before.get(start).equals(after.get(start))) {
      matches[start] = start;
      start++;
    }
    while (end > start && afterEnd > start && before.get(end - 1).equals(after.get(afterEnd - 1))) {
      end--;
      afterEnd--;
      matches[end] = afterEnd;
    }
    if ((long) (end - start) * (afterEnd - start) <= MAX_CELLS) {
      inner(before.subList(start, end), after.subList(start, afterEnd), start, matches);
    }
    return matches;
  }

  private static <T> void inner(List<T> before, List<T> after, int offset, int[] matches) {
    int[][] lengths = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        lengths[i][j] =
            before.get(i).equals(after.get(j))
                ? lengths[i + 1][j + 1] + 1
                : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < before.size() && j < after.size()) {
      if (before.get(i).equals(after.get(j))) {
        matches[offset + i++] = offset + j++;
      } else if (lengths[i + 1][j] >= lengths[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
  }
}
