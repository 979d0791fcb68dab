package io.redress.lifecycle;

import java.util.Set;
import java.util.TreeSet;

/** A reason not to activate a rule set. */
public sealed interface ActivationObjection {

  /** For people: what is wrong and, where that is the same for every caller, what to do. */
  String text();

  /** The rule set itself, or who asked for it, stands in the way. */
  record Blocked(String text) implements ActivationObjection {}

  /**
   * Another rule set is active than the caller expects. How to say what one expects is up to the
   * caller, so the text leaves that out.
   *
   * @param active its version; empty when none is active
   * @param expected versions of which the caller wants one to be active
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
