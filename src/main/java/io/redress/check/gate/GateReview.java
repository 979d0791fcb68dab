package io.redress.check.gate;

import io.redress.platform.phrase.Phrase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The gates held against what is known about a candidate.
 *
 * @param run the impact run that was relied on; null if none is fit
 * @param unfit why not; null if one is
 * @param results by gate, in the order of the file
 * @param changesGates whether the candidate has other gates
 */
public record GateReview(
    RunRequirement requirement,
    Measurements.@Nullable Run run,
    @Nullable Unfit unfit,
    List<Result> results,
    boolean changesGates) {
  public GateReview {
    results = List.copyOf(results);
  }

  /** Why no impact run of a candidate is fit: what is wrong with the newest one that is done. */
  public enum Unfit {
    /** There is none. */
    NONE,
    /** One that would be fit waits or is at work. */
    AT_WORK,
    /** It compares with another rule set than the active one. */
    OTHER_RULE_SET,
    /** It has a filter, or compares with recorded answers. */
    INCOMPLETE,
    /** It has another redemption rate. */
    OTHER_REDEMPTION_RATE,
    /** It covers too few days. */
    TOO_SHORT,
    /** It covers too many days, over which a cost of lately would be spread. */
    TOO_LONG,
    /** Too many disputes that the active rule set decides cannot be decided under the candidate. */
    LOST,
    /** It is too old. */
    TOO_OLD
  }

  /** Where a candidate is. */
  public enum State {
    /** No impact run is fit. */
    UNKNOWN,
    /** Within all limits. */
    WITHIN,
    /** Above a limit. */
    ABOVE
  }

  /** A gate, and where the candidate is. */
  public record Result(Gate gate, State state, List<Excess> excesses) {
    public Result {
      excesses = List.copyOf(excesses);
    }
  }

  /**
   * What is above a limit.
   *
   * @param currency of monthly costs; null for the share of changed decisions, in percent
   */
  public record Excess(@Nullable String currency, BigDecimal measured, BigDecimal limit) {}

  /** Whether another person than the authors, with the role admin, has to activate it. */
  public boolean needsSecondAdmin() {
    return changesGates || above(Gate.Then.SECOND_ADMIN);
  }

  /** Whether it is above a limit above which it cannot be activated. */
  public boolean refused() {
    return above(Gate.Then.REFUSE);
  }

  private boolean above(Gate.Then then) {
    return results.stream()
        .anyMatch(one -> one.state() == State.ABOVE && one.gate().then() == then);
  }

  /** The ids of the gates that the candidate is above. */
  public List<String> exceeded() {
    return results.stream()
        .filter(one -> one.state() == State.ABOVE)
        .map(one -> one.gate().id())
        .toList();
  }

  /**
   * Why it cannot be activated, each with what to do, without figures: these are for the role
   * audit.
   *
   * @param secondAdmin whether another person than the authors, with the role admin, asks
   */
  public List<Phrase> reasons(boolean secondAdmin) {
    List<Phrase> reasons = new ArrayList<>();
    if (unfit != null) {
      reasons.add(
          Phrase.of(
              "gates.unfit_" + unfit,
              requirement.days(),
              requirement.maxAgeDays(),
              requirement.redemptionRate().toPlainString()));
    }
    for (Result result : results) {
      Gate gate = result.gate();
      if (result.state() == State.ABOVE
          && run != null
          && (gate.then() == Gate.Then.REFUSE || !secondAdmin)) {
        reasons.add(Phrase.of("gates.above_" + gate.then(), gate.id(), gate.sentence(), run.id()));
      }
    }
    if (changesGates && !secondAdmin) {
      reasons.add(Phrase.of("gates.changed"));
    }
    return reasons;
  }
}
