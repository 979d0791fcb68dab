package io.redress.lifecycle;

import io.redress.platform.phrase.Phrase;
import java.util.Set;
import java.util.TreeSet;

/** A reason not to activate a rule set. */
public sealed interface ActivationObjection {

  /** What is wrong and, if it is the same for every caller, what to do. */
  String text();

  /** The rule set or the actor does not allow the activation. */
  record Blocked(String text) implements ActivationObjection {}

  /**
   * A gate of the active rule set is not met.
   *
   * @param phrase the text, in the reader's language
   */
  record GateNotMet(Phrase phrase) implements ActivationObjection {
    @Override
    public String text() {
      return phrase.toString();
    }
  }

  /**
   * Another rule set is active than the caller expects. The caller knows how it states its
   * expectation, so the text does not say what to do.
   *
   * @param active version of the active rule set; empty if none is active
   * @param expected versions of which the caller expects one to be active
   */
  record Overtaken(String active, Set<String> expected) implements ActivationObjection {
    public Overtaken {
      expected = Set.copyOf(expected);
    }

    @Override
    public String text() {
      return "The active rule set is "
          + active
          + ", no longer "
          + String.join(" or ", new TreeSet<>(expected))
          + ".";
    }
  }
}
