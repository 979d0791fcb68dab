package io.redress.check.expectation;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.rules.source.ProblemCode;

/** Takes the faults of an expectation, each with the JSON pointer of where it stands. */
@FunctionalInterface
public interface ExpectationProblems {
  void add(String pointer, ProblemCode code, String value, String message, String suggestion);

  /** The same of a value as it was written. */
  default void add(
      String pointer, ProblemCode code, JsonNode value, String message, String suggestion) {
    add(
        pointer,
        code,
        value.isTextual() ? value.textValue() : value.toString(),
        message,
        suggestion);
  }
}
