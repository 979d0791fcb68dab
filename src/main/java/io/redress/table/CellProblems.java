package io.redress.table;

import org.jspecify.annotations.Nullable;

/** Takes what is wrong with the cells of one sheet. */
@FunctionalInterface
interface CellProblems {
  void add(String cell, String code, @Nullable String value, String message, String suggestion);
}
