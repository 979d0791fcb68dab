package io.redress.http.problem;

/**
 * A page of a list.
 *
 * @param number from 1
 */
public record Page(int number, int size) {
  /** The response header with the length of the whole list. */
  public static final String TOTAL = "X-Total-Count";

  /** Maximum size of a page. */
  public static final int MAX_SIZE = 200;

  /**
   * Parses query parameters.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when either is out of range
   */
  public static Page of(String number, String size) {
    return new Page(whole("page", number, Integer.MAX_VALUE), whole("size", size, MAX_SIZE));
  }

  /** The page of the same size on which a row is, or the last one if it would be after the end. */
  public Page holding(long rowsBefore, long total) {
    long row = Math.max(0, Math.min(rowsBefore, total - 1));
    return new Page((int) Math.min(Integer.MAX_VALUE, row / size + 1), size);
  }

  public long offset() {
    return (number - 1L) * size;
  }

  private static int whole(String name, String text, int max) {
    try {
      int value = Integer.parseInt(text);
      if (value >= 1 && value <= max) {
        return value;
      }
    } catch (NumberFormatException malformed) {
      // reported below
    }
    throw ProblemType.MALFORMED_REQUEST.with(
        name + " is not a whole number from 1 to " + max + ". Use one such as ?" + name + "=1.");
  }
}
