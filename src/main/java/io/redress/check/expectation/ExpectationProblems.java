package io.redress.check.expectation;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.rules.source.ProblemCode;

/** Receives problems of an expectation, each with a JSON pointer to its place. */
@FunctionalInterface
public interface ExpectationProblems {
  void add(String pointer, ProblemCode code, String value, String message, String suggestion);

  /** Adds a problem of a JSON value. */
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
