package io.redress.check.gate;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A gate: what is needed to activate a candidate that is above a limit.
 *
 * @param sentence what it demands, in the words of its owners
 * @param then what is needed above a limit
 */
public record Gate(String id, String sentence, Limits above, Then then) {

  /** What is needed above a limit. */
  public enum Then {
    /** Another person than the authors, with the roles activate and admin, activates it. */
    SECOND_ADMIN,
    /** It cannot be activated. */
    REFUSE
  }

  /**
   * Limits; a candidate that is above one of them is above the gate.
   *
   * @param changedPercent share of the decisions that are different; null for no limit
   * @param monthlyCost by currency; empty for no limit, otherwise 0 for all other currencies
   */
  public record Limits(@Nullable BigDecimal changedPercent, Map<String, BigDecimal> monthlyCost) {
    public Limits {
      monthlyCost = Collections.unmodifiableSortedMap(new TreeMap<>(monthlyCost));
    }
  }
}
