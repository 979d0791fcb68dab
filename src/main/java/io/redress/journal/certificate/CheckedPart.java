package io.redress.journal.certificate;

/**
 * What came out for a part of a certificate.
 *
 * @param part such as {@code facts}
 * @param text a sentence
 */
public record CheckedPart(String part, Outcome outcome, String text) {

  /** Whether the part is as certified. */
  public enum Outcome {
    PASSED,
    FAILED,
    NOT_CHECKED
  }
}
