package io.redress.rules.table;

import io.redress.rules.source.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Receives problems with the cells of a sheet. */
@FunctionalInterface
interface CellProblems {
  void add(
      String cell, ProblemCode code, @Nullable String value, String message, String suggestion);
}
