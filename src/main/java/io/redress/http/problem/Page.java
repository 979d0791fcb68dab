package io.redress.http.problem;

/**
 * A part of a long list.
 *
 * @param number from 1
 */
public record Page(int number, int size) {
  /** The header that says how long the whole list is. */
  public static final String TOTAL = "X-Total-Count";

  /** So many a page holds at most. */
  public static final int MOST = 200;

  /** Answers 400 when there is no such page. */
  public static Page of(String number, String size) {
    return new Page(whole("page", number, Integer.MAX_VALUE), whole("size", size, MOST));
  }

  public long offset() {
    return (number - 1L) * size;
  }

  private static int whole(String name, String text, int most) {
    try {
      int value = Integer.parseInt(text);
      if (value >= 1 && value <= most) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // said below
    }
    throw ProblemType.MALFORMED_REQUEST.with(
        name + " is not a whole number from 1 to " + most + ". Give one, as in ?" + name + "=1.");
  }
}
