package io.redress.domain.decision;

/**
 * A note on facts that were accepted but may be incomplete.
 *
 * @param code the name of a {@link Code}
 * @param pointer RFC 6901 JSON pointer into the facts
 */
public record Warning(String code, String pointer, String message) {

  /** What may be worth a look. */
  public enum Code {
    /** The days off in the seller's country are not known for the year. */
    CALENDAR_NOT_PUBLISHED,
    /** The answer is due on the platform before this decision acts again. */
    ANSWER_DUE_BEFORE_REVIEW,
    /** The day for the answer on the platform has passed. */
    PLATFORM_DEADLINE_PASSED,
    /** More pieces are said to be faulty than have a defect that is named. */
    DEFECTS_NOT_ALL_NAMED,
    /** How many pieces were ordered is not known. */
    QUANTITY_UNKNOWN,
    /** How many of the pieces ordered are concerned is not known. */
    AFFECTED_QUANTITY_UNKNOWN,
    /** The rules do not say what the carrier's sub-status means. */
    TRACKING_SUB_STATUS_UNKNOWN,
    /** There are no letters in the buyer's language, so the letter is in English. */
    LOCALE_NOT_SUPPORTED
  }

  /**
   * @throws IllegalArgumentException when there is no such code
   */
  public Warning {
    code = Code.valueOf(code).name();
  }

  public Warning(Code code, String pointer, String message) {
    this(code.name(), pointer, message);
  }
}
