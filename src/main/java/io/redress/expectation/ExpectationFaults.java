package io.redress.expectation;

import io.redress.source.ProblemCode;

/** Takes the faults of an expectation, each with the JSON pointer of where it stands. */
@FunctionalInterface
public interface ExpectationFaults {
  void add(String pointer, ProblemCode code, String value, String message, String suggestion);
}
