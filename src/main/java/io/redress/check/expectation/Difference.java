package io.redress.check.expectation;

/**
 * A value that is not as expected.
 *
 * @param name dotted, as in JSON, such as {@code refund.amount}
 */
public record Difference(String name, String expected, String actual) {

  /** Such as {@code nextOrderDiscountPercent: expected 5, was 3}. */
  @Override
  public String toString() {
    return name + ": expected " + expected + ", was " + actual;
  }
}
