package io.redress.expectation;

/** Takes the faults of an expectation, each with the JSON pointer of where it stands. */
@FunctionalInterface
public interface ExpectationFaults {
  void add(String pointer, String code, String value, String message, String suggestion);
}
