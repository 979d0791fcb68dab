package io.redress.rules.table;

import io.redress.rules.source.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Takes what is wrong with the cells of one sheet. */
@FunctionalInterface
interface CellProblems {
  void add(
      String cell, ProblemCode code, @Nullable String value, String message, String suggestion);
}
