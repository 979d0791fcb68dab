package io.redress.insight.usage;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Decisions to which a row contributed.
 *
 * @param lastUsed day of the last of them (UTC)
 * @param money by currency; without those whose amounts are zero
 */
public record RowUse(long decisions, LocalDate lastUsed, SortedMap<String, Amounts> money) {
  public RowUse {
    money = new TreeMap<>(money);
  }

  /** Returns the uses of both. */
  public RowUse plus(RowUse other) {
    SortedMap<String, Amounts> sums = new TreeMap<>(money);
    for (Map.Entry<String, Amounts> one : other.money.entrySet()) {
      sums.merge(one.getKey(), one.getValue(), Amounts::plus);
    }
    return new RowUse(
        decisions + other.decisions,
        lastUsed.isAfter(other.lastUsed) ? lastUsed : other.lastUsed,
        sums);
  }
}
