package io.redress.check.verify;

import io.redress.rules.table.Interval;
import io.redress.rules.table.Term;
import io.redress.rules.table.UnaryTest;
import io.redress.rules.table.ValueType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values of a column, reduced to one representative for all values that its cells do not
 * distinguish, plus one for "unknown".
 *
 * <p>Integers and days are discrete: there is no value between neighbours. Decimals are dense.
 *
 * @param values all representatives but "unknown"; numbers and days in ascending order
 * @param bounds numbers and days that cells name; any other value represents the open interval up
 *     to the next bounds
 */
public record Domain(Term term, List<Object> values, Set<Object> bounds) {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final LocalDate ANY_DAY = LocalDate.of(2000, 1, 1);

  /**
   * @param tests of all cells of the column
   */
  static Domain of(Term term, Collection<UnaryTest> tests) {
    if (term.type().ordered()) {
      List<Comparable<?>> bounds = bounds(tests);
      return new Domain(term, representatives(term, bounds), Set.copyOf(bounds));
    }
    if (term.list()) {
      return new Domain(term, subsets(named(tests)), Set.of());
    }
    if (term.type() == ValueType.BOOLEAN) {
      return new Domain(term, List.of(true, false), Set.of());
    }
    List<Object> words = term.allowed().isEmpty() ? open(named(tests)) : copy(term.allowed());
    return new Domain(term, words, Set.of());
  }

  /** Whether the last value represents all words that no cell names. */
  public boolean open() {
    return term.allowed().isEmpty()
        && !term.list()
        && !term.type().ordered()
        && term.type() != ValueType.BOOLEAN;
  }

  /** The length in longs of a bit set over this domain. */
  int words() {
    return values.size() / Long.SIZE + 1;
  }

  /** The values that pass a test. */
  long[] passing(UnaryTest test) {
    BitSet passing = new BitSet();
    if (test instanceof UnaryTest.Within within) {
      within
          .intervals()
          .forEach(interval -> passing.set(from(interval), Math.max(from(interval), to(interval))));
      if (within.negated()) {
        passing.flip(0, values.size());
      }
    } else {
      for (int i = 0; i < values.size(); i++) {
        passing.set(i, test.accepts(values.get(i)));
      }
      passing.set(values.size(), test.accepts(null));
    }
    return set(passing);
  }

  /** The set of all values, with or without "unknown". */
  public long[] all(boolean unknown) {
    BitSet all = new BitSet();
    all.set(0, unknown ? values.size() + 1 : values.size());
    return set(all);
  }

  /** The set of the values at these positions. */
  long[] set(BitSet positions) {
    return Arrays.copyOf(positions.toLongArray(), words());
  }

  /** A value of a set that is not empty; empty only if the set holds nothing but "unknown". */
  Optional<Object> sample(long[] set) {
    int first = BitSet.valueOf(set).nextSetBit(0);
    return first == values.size() ? Optional.empty() : Optional.of(values.get(first));
  }

  /** A set of numbers or days as intervals in ascending order, without "unknown". */
  public List<Interval> intervals(long[] set) {
    BitSet included = BitSet.valueOf(set);
    included.clear(values.size());
    List<Interval> intervals = new ArrayList<>();
    int first = included.nextSetBit(0);
    while (first >= 0) {
      int end = included.nextClearBit(first);
      intervals.add(interval(first, end - 1));
      first = included.nextSetBit(end);
    }
    return intervals;
  }

  private Interval interval(int first, int last) {
    boolean fromBound = bounds.contains(values.get(first));
    boolean toBound = bounds.contains(values.get(last));
    boolean lowest = first == 0 && !fromBound;
    boolean highest = last == values.size() - 1 && !toBound;
    boolean steps = term.type() == ValueType.INTEGER || term.type() == ValueType.DATE;
    return new Interval(
        lowest ? null : (Comparable<?>) values.get(fromBound || steps ? first : first - 1),
        !lowest && (fromBound || steps),
        highest ? null : toBound ? (Comparable<?>) values.get(last) : before(last + 1, steps),
        !highest && (toBound || steps));
  }

  /** The preceding value where values are discrete, or the value itself. */
  private Comparable<?> before(int position, boolean steps) {
    Object value = values.get(position);
    if (value instanceof LocalDate day) {
      return day.minusDays(1);
    }
    return steps ? ((BigDecimal) value).subtract(BigDecimal.ONE) : (BigDecimal) value;
  }

  private int from(Interval interval) {
    return interval.low() == null ? 0 : position(interval.low(), !interval.lowIncluded());
  }

  private int to(Interval interval) {
    return interval.high() == null
        ? values.size()
        : position(interval.high(), interval.highIncluded());
  }

  /** The position of the first value at or above a bound, or strictly above it. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  private int position(Comparable bound, boolean above) {
    int found = Collections.binarySearch((List) values, bound);
    return found < 0 ? -found - 1 : above ? found + 1 : found;
  }

  private static Set<Object> named(Collection<UnaryTest> tests) {
    return tests.stream()
        .flatMap(UnaryTest::named)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The words that cells name, and one that represents all others. */
  private static List<Object> open(Set<Object> named) {
    List<Object> words = new ArrayList<>(named);
    String other = "ANY_OTHER";
    while (named.contains(other)) {
      other += "_ONE";
    }
    words.add(other);
    return words;
  }

  private static List<Object> copy(List<String> words) {
    return List.copyOf(words);
  }

  /** All subsets of the words that cells name; other words make no difference. */
  private static List<Object> subsets(Set<Object> named) {
    List<Set<Object>> subsets = new ArrayList<>(List.of(Set.of()));
    for (Object word : named) {
      for (Set<Object> subset : List.copyOf(subsets)) {
        Set<Object> larger = new HashSet<>(subset);
        larger.add(word);
        subsets.add(larger);
      }
    }
    return List.copyOf(subsets);
  }

  private static List<Comparable<?>> bounds(Collection<UnaryTest> tests) {
    return new TreeSet<>(named(tests)).stream().<Comparable<?>>map(Comparable.class::cast).toList();
  }

  /** The bounds, and a value below, between and above them where there is one. */
  private static List<Object> representatives(Term term, List<Comparable<?>> bounds) {
    List<Object> representatives = new ArrayList<>();
    Comparable<?> low = null;
    for (Comparable<?> bound : bounds) {
      between(term, low, bound).ifPresent(representatives::add);
      representatives.add(bound);
      low = bound;
    }
    between(term, low, null).ifPresent(representatives::add);
    return representatives;
  }

  private static Optional<Object> between(
      Term term, @Nullable Comparable<?> low, @Nullable Comparable<?> high) {
    return term.type() == ValueType.DATE
        ? dayBetween((LocalDate) low, (LocalDate) high)
        : numberBetween(term, (BigDecimal) low, (BigDecimal) high);
  }

  private static Optional<Object> dayBetween(@Nullable LocalDate low, @Nullable LocalDate high) {
    if (low == null) {
      return Optional.of(high == null ? ANY_DAY : high.minusDays(1));
    }
    LocalDate next = low.plusDays(1);
    return high == null || next.isBefore(high) ? Optional.of(next) : Optional.empty();
  }

  private static Optional<Object> numberBetween(
      Term term, @Nullable BigDecimal low, @Nullable BigDecimal high) {
    BigDecimal least = term.minimum();
    BigDecimal most = term.maximum();
    if (low == null) {
      BigDecimal some = high == null ? BigDecimal.ZERO.min(most) : high.subtract(BigDecimal.ONE);
      return Optional.<Object>of(some.max(least))
          .filter(number -> high == null || least.compareTo(high) < 0);
    }
    if (high == null) {
      return Optional.<Object>of(low.add(BigDecimal.ONE).min(most))
          .filter(number -> low.compareTo(most) < 0);
    }
    BigDecimal next = low.add(BigDecimal.ONE);
    if (next.compareTo(high) < 0) {
      return Optional.of(next);
    }
    return term.type() == ValueType.INTEGER
        ? Optional.empty()
        : Optional.of(low.add(high).divide(TWO));
  }
}
