package io.redress.insight.impact;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts and money of some disputes.
 *
 * @param decided number of disputes
 * @param changed how many of them are decided otherwise
 * @param money by currency
 */
record Sums(long decided, long changed, SortedMap<String, Pair> money) {
  static final Sums NONE = new Sums(0, 0, new TreeMap<>());

  /** Two sums of money. */
  record Pair(
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal before,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal after) {
    Pair plus(Pair other) {
      return new Pair(before.add(other.before), after.add(other.after));
    }
  }

  Sums {
    money = new TreeMap<>(money);
  }

  Sums plus(boolean change, Map<String, Pair> amounts) {
    SortedMap<String, Pair> sums = new TreeMap<>(money);
    amounts.forEach((currency, pair) -> sums.merge(currency, pair, Pair::plus));
    return new Sums(decided + 1, changed + (change ? 1 : 0), sums);
  }

  Sums plus(Sums other) {
    SortedMap<String, Pair> sums = new TreeMap<>(money);
    other.money.forEach((currency, pair) -> sums.merge(currency, pair, Pair::plus));
    return new Sums(decided + other.decided, changed + other.changed, sums);
  }
}
