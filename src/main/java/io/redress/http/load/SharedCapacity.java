package io.redress.http.load;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Capacity that callers share. A caller may hold at most a multiple of what is free, so the more is
 * taken, the less one caller may have, and something stays free for a caller who has nothing.
 */
public final class SharedCapacity {
  private final long capacity;
  private final int multiple;
  private final Map<String, Long> held = new HashMap<>();
  private long free;

  /**
   * @param multiple 3: one caller may hold three quarters, two hold three sevenths each; 1: one
   *     half, two a third each
   */
  public SharedCapacity(long capacity, int multiple) {
    this.capacity = capacity;
    this.multiple = multiple;
    this.free = capacity;
  }

  /** Whether capacity was taken, or why not. */
  public enum Outcome {
    TAKEN,
    /** The caller has its share. */
    SHARE_USED,
    /** There is not that much. */
    FULL
  }

  /** Takes some for a caller. */
  public synchronized Outcome take(String caller, long amount) {
    if (amount > free) {
      return Outcome.FULL;
    }
    long after = held.getOrDefault(caller, 0L) + amount;
    if (after > multiple * free) {
      return Outcome.SHARE_USED;
    }
    held.put(caller, after);
    free -= amount;
    return Outcome.TAKEN;
  }

  /** Returns what a caller took. */
  public synchronized void give(String caller, long amount) {
    long before = held.getOrDefault(caller, 0L);
    if (amount > before) {
      throw new IllegalStateException("more is returned than was taken");
    }
    if (amount == before) {
      held.remove(caller);
    } else {
      held.put(caller, before - amount);
    }
    free += amount;
  }

  /**
   * Does some work, for which the caller has one unit meanwhile.
   *
   * @param refusal what is thrown when there is none for the caller
   */
  public <T> T during(
      String caller, Supplier<T> work, Supplier<? extends RuntimeException> refusal) {
    if (take(caller, 1) != Outcome.TAKEN) {
      throw refusal.get();
    }
    try {
      return work.get();
    } finally {
      give(caller, 1);
    }
  }

  /** What is taken now, by all callers. */
  synchronized long taken() {
    return capacity - free;
  }
}
