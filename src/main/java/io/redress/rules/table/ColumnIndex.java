package io.redress.rules.table;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Index of a condition column: which rows accept a value, as a bit set with one bit per row. */
abstract sealed class ColumnIndex {
  /** Stands for any known value that no cell names. */
  private static final Object OTHER_VALUE = new Object();

  private final List<UnaryTest> tests;
  private final long[] acceptingUnknown;

  private ColumnIndex(List<UnaryTest> tests) {
    this.tests = tests;
    this.acceptingUnknown = scan(null);
  }

  static ColumnIndex of(Term term, List<UnaryTest> tests) {
    if (term.list()) {
      return new Sets(tests);
    }
    return term.type().ordered() ? new Ordered(tests) : new Words(tests);
  }

  long[] rowsAccepting(@Nullable Object value) {
    return value == null ? acceptingUnknown : rowsAcceptingKnown(value);
  }

  abstract long[] rowsAcceptingKnown(Object value);

  /** Tests all rows one by one; the indexes are built from it. */
  final long[] scan(@Nullable Object value) {
    long[] rows = new long[(tests.size() + 63) / 64];
    for (int row = 0; row < tests.size(); row++) {
      if (tests.get(row).accepts(value)) {
        rows[row / 64] |= 1L << (row % 64);
      }
    }
    return rows;
  }

  /** Index of words and booleans: one set per named value, and one for all others. */
  private static final class Words extends ColumnIndex {
    private final Map<Object, long[]> named = new HashMap<>();
    private final long[] others;

    Words(List<UnaryTest> tests) {
      super(tests);
      others = scan(OTHER_VALUE);
      for (int row = 0; row < tests.size(); row++) {
        if (tests.get(row) instanceof UnaryTest.OneOf oneOf) {
          // A row that names a word, negated or not, answers differently for it than for all
          // others.
          for (Object value : oneOf.values()) {
            named.computeIfAbsent(value, first -> others.clone())[row / 64] ^= 1L << (row % 64);
          }
        }
      }
    }

    @Override
    long[] rowsAcceptingKnown(Object value) {
      return named.getOrDefault(value, others);
    }
  }

  /**
   * Index of numbers and dates: the bounds in the column divide them into places, with bound i at
   * place 2i+1 and the interval before it at 2i. All values of a place are accepted by the same
   * rows.
   */
  private static final class Ordered extends ColumnIndex {
    private final Comparable<?>[] bounds;
    private final long[][] places;

    Ordered(List<UnaryTest> tests) {
      super(tests);
      bounds = bounds(tests);
      places = new long[2 * bounds.length + 1][(tests.size() + 63) / 64];
      for (int row = 0; row < tests.size(); row++) {
        markChanges(row, accepted(tests.get(row)));
      }
      for (int place = 1; place < places.length; place++) {
        for (int word = 0; word < places[place].length; word++) {
          places[place][word] ^= places[place - 1][word];
        }
      }
    }

    /** Marks the places where a row starts or stops accepting. */
    private void markChanges(int row, BitSet accepted) {
      long bit = 1L << (row % 64);
      int from = accepted.nextSetBit(0);
      while (from >= 0) {
        int to = accepted.nextClearBit(from);
        places[from][row / 64] ^= bit;
        if (to < places.length) {
          places[to][row / 64] ^= bit;
        }
        from = accepted.nextSetBit(to);
      }
    }

    private BitSet accepted(UnaryTest test) {
      BitSet accepted = new BitSet(places.length);
      if (test instanceof UnaryTest.Within within) {
        for (Interval interval : within.intervals()) {
          int from =
              interval.low() == null ? 0 : place(interval.low()) + (interval.lowIncluded() ? 0 : 1);
          int to =
              interval.high() == null
                  ? places.length
                  : place(interval.high()) + (interval.highIncluded() ? 1 : 0);
          accepted.set(from, Math.max(from, to));
        }
        if (within.negated()) {
          accepted.flip(0, places.length);
        }
      } else {
        accepted.set(0, places.length, test.accepts(OTHER_VALUE));
      }
      return accepted;
    }

    private static Comparable<?>[] bounds(List<UnaryTest> tests) {
      TreeSet<Comparable<?>> bounds = new TreeSet<>();
      for (UnaryTest test : tests) {
        if (test instanceof UnaryTest.Within within) {
          for (Interval interval : within.intervals()) {
            Stream.of(Optional.ofNullable(interval.low()), Optional.ofNullable(interval.high()))
                .flatMap(Optional::stream)
                .forEach(bounds::add);
          }
        }
      }
      return bounds.toArray(Comparable<?>[]::new);
    }

    private int place(Object value) {
      int found = Arrays.binarySearch(bounds, value);
      return found >= 0 ? 2 * found + 1 : 2 * (-found - 1);
    }

    @Override
    long[] rowsAcceptingKnown(Object value) {
      return places[place(value)];
    }
  }

  /** Index of sets of words: few different ones occur, so results are cached. */
  private static final class Sets extends ColumnIndex {
    private final Map<Set<?>, long[]> cache = new ConcurrentHashMap<>();

    Sets(List<UnaryTest> tests) {
      super(tests);
    }

    @Override
    long[] rowsAcceptingKnown(Object value) {
      Set<?> words = (Set<?>) value;
      long[] rows = cache.get(words);
      return rows == null ? cache.computeIfAbsent(Set.copyOf(words), this::scan) : rows;
    }
  }
}
