package io.redress.rules.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows that match without testing them one by one: each column has the set of rows that
 * accept a value, and the intersection of these sets matches.
 *
 * <p>A column has a set for each value that its cells name, so long tables are divided into blocks;
 * memory then grows linearly with the rows, not with their square.
 */
final class TableIndex {
  /** Rows per block. At 10,000 rows, smaller blocks are slower and larger ones need more memory. */
  private static final int BLOCK_SIZE = 2_048;

  private static final long[] NONE = {};

  private final List<Term> conditions;
  private final List<Block> blocks;

  /**
   * The index of a block of consecutive rows.
   *
   * @param from the first row
   * @param rows number of rows
   */
  private record Block(int from, int rows, ColumnIndex[] columns) {

    /** Returns the rows that accept all values, one bit per row; empty when no row does. */
    long[] accepting(@Nullable Object[] values) {
      long[] left = new long[(rows + 63) / 64];
      Arrays.fill(left, -1);
      left[left.length - 1] >>>= -rows & 63;
      for (int i = 0; i < values.length; i++) {
        long[] accepting = columns[i].rowsAccepting(values[i]);
        long some = 0;
        for (int word = 0; word < left.length; word++) {
          some |= left[word] &= accepting[word];
        }
        if (some == 0) {
          return NONE;
        }
      }
      return left;
    }
  }

  private TableIndex(List<Term> conditions, List<Block> blocks) {
    this.conditions = conditions;
    this.blocks = blocks;
  }

  /**
   * @param tests for each row, from the top, a test for each condition
   */
  static TableIndex of(List<Term> conditions, List<List<UnaryTest>> tests) {
    // Word columns first: their look-up is faster, and they leave fewer rows.
    int[] order =
        IntStream.range(0, conditions.size())
            .boxed()
            .sorted(Comparator.comparing(column -> conditions.get(column).type().ordered()))
            .mapToInt(column -> column)
            .toArray();
    List<Block> blocks = new ArrayList<>();
    for (int from = 0; from < tests.size(); from += BLOCK_SIZE) {
      List<List<UnaryTest>> rows = tests.subList(from, Math.min(from + BLOCK_SIZE, tests.size()));
      ColumnIndex[] columns =
          Arrays.stream(order)
              .mapToObj(
                  column ->
                      ColumnIndex.of(
                          conditions.get(column),
                          rows.stream().map(row -> row.get(column)).toList()))
              .toArray(ColumnIndex[]::new);
      blocks.add(new Block(from, rows.size(), columns));
    }
    return new TableIndex(Arrays.stream(order).mapToObj(conditions::get).toList(), blocks);
  }

  /** Returns the first row that matches, from 0; -1 when none does. */
  int first(Facts facts) {
    @Nullable Object[] values = values(facts);
    for (Block block : blocks) {
      long[] accepting = block.accepting(values);
      for (int word = 0; word < accepting.length; word++) {
        if (accepting[word] != 0) {
          return block.from + word * 64 + Long.numberOfTrailingZeros(accepting[word]);
        }
      }
    }
    return -1;
  }

  /** Returns all rows that match, from the top. */
  IntStream all(Facts facts) {
    @Nullable Object[] values = values(facts);
    return blocks.stream()
        .flatMapToInt(
            block -> BitSet.valueOf(block.accepting(values)).stream().map(row -> block.from + row));
  }

  private @Nullable Object[] values(Facts facts) {
    @Nullable Object[] values = new Object[conditions.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = facts.value(conditions.get(i));
    }
    return values;
  }
}
