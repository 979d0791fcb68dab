package io.redress.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the rows that accept some facts without trying them one by one: each column knows the set
 * of rows that accept a value, and the rows that answer are in all of these sets.
 */
final class TableIndex {
  private final List<ColumnIndex> columns;
  private final int rows;

  private TableIndex(List<ColumnIndex> columns, int rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /**
   * @param tests for each row, from the top, a test for each condition
   */
  static TableIndex of(List<Term> conditions, List<List<UnaryTest>> tests) {
    List<ColumnIndex> columns = new ArrayList<>();
    for (int i = 0; i < conditions.size(); i++) {
      int column = i;
      columns.add(
          ColumnIndex.of(conditions.get(i), tests.stream().map(row -> row.get(column)).toList()));
    }
    return new TableIndex(columns, tests.size());
  }

  /** From 0; -1 when no row accepts the facts. */
  int first(Facts facts) {
    long[][] accepting = accepting(facts);
    for (int word = 0; word * 64 < rows; word++) {
      long common = common(accepting, word);
      if (common != 0) {
        return word * 64 + Long.numberOfTrailingZeros(common);
      }
    }
    return -1;
  }

  /** All rows that accept the facts, from the top. */
  IntStream all(Facts facts) {
    long[][] accepting = accepting(facts);
    long[] common = new long[(rows + 63) / 64];
    for (int word = 0; word < common.length; word++) {
      common[word] = common(accepting, word);
    }
    return BitSet.valueOf(common).stream();
  }

  private long[][] accepting(Facts facts) {
    long[][] accepting = new long[columns.size()][];
    for (int i = 0; i < accepting.length; i++) {
      ColumnIndex column = columns.get(i);
      accepting[i] = column.rowsAccepting(facts.value(column.term()));
    }
    return accepting;
  }

  private long common(long[][] accepting, int word) {
    int left = rows - word * 64;
    long common = left >= 64 ? -1L : (1L << left) - 1;
    for (long[] column : accepting) {
      common &= column[word];
    }
    return common;
  }
}
