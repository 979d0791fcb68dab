package io.redress.journal.impact;

import io.redress.platform.phrase.Phrase;

/**
 * Why a run failed, to be shown in the reader's language.
 *
 * @param argument what it is about: the version of a rule set, or the kind of error; may be empty
 */
public record ImpactFailure(Code code, String argument) {

  /** The kinds of failures. */
  public enum Code {
    /** A rule set of the comparison cannot be read. */
    RULE_SET_UNREADABLE,
    /** The decisions of the time could not be found in time. */
    SEARCH_TOO_SLOW,
    /** The comparison ended with an error. */
    COMPARISON_FAILED
  }

  /** The reason, and what to do. */
  public Phrase phrase() {
    return Phrase.of("impact.failure_" + code, argument);
  }
}
