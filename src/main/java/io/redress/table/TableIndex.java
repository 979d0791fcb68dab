package io.redress.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows that accept some facts without trying them one by one: each column knows the set
 * of rows that accept a value, and the rows that answer are in all of these sets.
 *
 * <p>A column keeps a set for each value that its cells name, so the sets of a long table are cut
 * into blocks: with them, the space that an index takes grows with the rows, not with their square.
 */
final class TableIndex {
  /** Most tables are one block; at 10,000 rows smaller ones take longer, larger ones more space. */
  private static final int BLOCK = 2_048;

  private final List<Term> conditions;
  private final List<Block> blocks;

  /**
   * The index of some neighbouring rows.
   *
   * @param from the first row
   * @param rows how many
   */
  private record Block(int from, int rows, ColumnIndex[] columns) {}

  private TableIndex(List<Term> conditions, List<Block> blocks) {
    this.conditions = conditions;
    this.blocks = blocks;
  }

  /**
   * @param tests for each row, from the top, a test for each condition
   */
  static TableIndex of(List<Term> conditions, List<List<UnaryTest>> tests) {
    List<Block> blocks = new ArrayList<>();
    for (int from = 0; from < tests.size(); from += BLOCK) {
      List<List<UnaryTest>> rows = tests.subList(from, Math.min(from + BLOCK, tests.size()));
      ColumnIndex[] columns = new ColumnIndex[conditions.size()];
      for (int i = 0; i < columns.length; i++) {
        int column = i;
        columns[i] =
            ColumnIndex.of(conditions.get(i), rows.stream().map(row -> row.get(column)).toList());
      }
      blocks.add(new Block(from, rows.size(), columns));
    }
    return new TableIndex(List.copyOf(conditions), blocks);
  }

  /** From 0; -1 when no row accepts the facts. */
  int first(Facts facts) {
    @Nullable Object[] values = values(facts);
    for (Block block : blocks) {
      long[][] accepting = accepting(block, values);
      for (int word = 0; word * 64 < block.rows; word++) {
        long common = common(block, accepting, word);
        if (common != 0) {
          return block.from + word * 64 + Long.numberOfTrailingZeros(common);
        }
      }
    }
    return -1;
  }

  /** All rows that accept the facts, from the top. */
  IntStream all(Facts facts) {
    @Nullable Object[] values = values(facts);
    return blocks.stream().flatMapToInt(block -> all(block, accepting(block, values)));
  }

  private static IntStream all(Block block, long[][] accepting) {
    long[] common = new long[(block.rows + 63) / 64];
    for (int word = 0; word < common.length; word++) {
      common[word] = common(block, accepting, word);
    }
    return BitSet.valueOf(common).stream().map(row -> block.from + row);
  }

  private @Nullable Object[] values(Facts facts) {
    @Nullable Object[] values = new Object[conditions.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = facts.value(conditions.get(i));
    }
    return values;
  }

  private static long[][] accepting(Block block, @Nullable Object[] values) {
    long[][] accepting = new long[values.length][];
    for (int i = 0; i < values.length; i++) {
      accepting[i] = block.columns[i].rowsAccepting(values[i]);
    }
    return accepting;
  }

  private static long common(Block block, long[][] accepting, int word) {
    int left = block.rows - word * 64;
    long common = left >= 64 ? -1L : (1L << left) - 1;
    for (long[] column : accepting) {
      common &= column[word];
    }
    return common;
  }
}
