package io.redress.check.gate;

import io.redress.check.gate.GateReview.Excess;
import io.redress.check.gate.GateReview.Result;
import io.redress.check.gate.GateReview.State;
import io.redress.check.gate.GateReview.Unfit;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.YamlEntries;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The gates of a rule set, as read from {@code gates.yaml}.
 *
 * @param requirement the impact run that every activation needs
 * @param all in the order of the file; none if an impact run is enough
 */
public record Gates(RunRequirement requirement, List<Gate> all) {
  /** Far more than people can read; a larger file is something else. */
  private static final int MAX_BYTES = 64 * 1024;

  private static final Duration MONTH = Duration.ofDays(30);
  private static final Duration DAY = Duration.ofDays(1);

  /** Percent of the disputes that the candidate may leave undecided; those count as changed. */
  private static final long MAX_LOST_PERCENT = 1;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DIGITS = 2;

  public Gates {
    all = List.copyOf(all);
  }

  /**
   * Reads the gates; empty if the rule set has no {@code gates.yaml}, or it has problems.
   *
   * @param files files of the rule set, by path
   * @param problems receives all problems
   */
  public static Optional<Gates> read(Map<String, byte[]> files, List<RuleProblem> problems) {
    byte[] bytes = files.get(RuleSetFiles.GATES);
    if (bytes == null) {
      return Optional.empty();
    }
    if (bytes.length > MAX_BYTES) {
      problems.add(
          RuleProblem.ofFile(
              RuleSetFiles.GATES,
              ProblemCode.TOO_LARGE,
              "the gates fill " + bytes.length + " bytes.",
              "Keep them within " + MAX_BYTES + "."));
      return Optional.empty();
    }
    int before = problems.size();
    return YamlEntries.readWhole(RuleSetFiles.GATES, bytes, problems)
        .flatMap(written -> new GatesReader(written, problems).read())
        .filter(read -> problems.size() == before);
  }

  /**
   * Holds the limits against what is known about a candidate.
   *
   * @param active version of the active rule set, whose gates these are
   * @param changesGates whether the candidate has other gates
   */
  public GateReview review(Measurements known, String active, boolean changesGates, Instant now) {
    Optional<Measurements.Run> fit =
        known.newestFirst().stream()
            .filter(Measurements.Run::done)
            .filter(run -> unfit(run, known.oldest(), active, now).isEmpty())
            .findFirst();
    return new GateReview(
        requirement,
        fit.orElse(null),
        fit.isPresent() ? null : unfit(known, active, now),
        all.stream()
            .map(
                gate ->
                    fit.map(run -> result(gate, run, known.oldest()))
                        .orElseGet(() -> new Result(gate, State.UNKNOWN, List.of())))
            .toList(),
        changesGates);
  }

  private Unfit unfit(Measurements known, String active, Instant now) {
    return known.newestFirst().stream()
            .anyMatch(run -> !run.done() && unfit(run, known.oldest(), active, now).isEmpty())
        ? Unfit.AT_WORK
        : known.newestFirst().stream()
            .filter(Measurements.Run::done)
            .findFirst()
            .flatMap(newest -> unfit(newest, known.oldest(), active, now))
            .orElse(Unfit.NONE);
  }

  private Optional<Unfit> unfit(
      Measurements.Run run, @Nullable Instant oldest, String active, Instant now) {
    if (!run.against().equals(active)) {
      return Optional.of(Unfit.OTHER_RULE_SET);
    }
    if (!run.complete()) {
      return Optional.of(Unfit.INCOMPLETE);
    }
    if (run.redemptionRate().compareTo(requirement.redemptionRate()) != 0) {
      return Optional.of(Unfit.OTHER_REDEMPTION_RATE);
    }
    if (!coversDays(run, oldest)) {
      return Optional.of(Unfit.TOO_SHORT);
    }
    if (period(run, oldest).compareTo(Duration.ofDays(requirement.days()).plus(DAY)) > 0) {
      return Optional.of(Unfit.TOO_LONG);
    }
    if (run.lost() * 100 > (run.decided() + run.lost()) * MAX_LOST_PERCENT) {
      return Optional.of(Unfit.LOST);
    }
    return run.before().plus(Duration.ofDays(requirement.maxAgeDays())).isBefore(now)
        ? Optional.of(Unfit.TOO_OLD)
        : Optional.empty();
  }

  /** A young journal is covered as a whole. */
  private boolean coversDays(Measurements.Run run, @Nullable Instant oldest) {
    Instant from = run.from();
    return from == null
        || !from.isAfter(run.before().minus(Duration.ofDays(requirement.days())))
        || oldest != null && !from.isAfter(oldest);
  }

  private static Result result(Gate gate, Measurements.Run run, @Nullable Instant oldest) {
    List<Excess> excesses = new ArrayList<>();
    BigDecimal percent = gate.above().changedPercent();
    BigDecimal changed = BigDecimal.valueOf(run.changed() + run.lost()).multiply(HUNDRED);
    BigDecimal decided = BigDecimal.valueOf(run.decided() + run.lost());
    if (percent != null && changed.compareTo(percent.multiply(decided)) > 0) {
      excesses.add(
          new Excess(null, changed.divide(decided, DIGITS, RoundingMode.HALF_UP), percent));
    }
    Map<String, BigDecimal> limits = gate.above().monthlyCost();
    if (!limits.isEmpty()) {
      BigDecimal period = millis(period(run, oldest));
      new TreeMap<>(run.difference())
          .forEach(
              (currency, difference) -> {
                BigDecimal monthly = difference.multiply(millis(MONTH));
                BigDecimal limit = limits.getOrDefault(currency, BigDecimal.ZERO);
                if (monthly.compareTo(limit.multiply(period)) > 0) {
                  excesses.add(
                      new Excess(
                          currency,
                          monthly.divide(
                              period, Math.max(DIGITS, difference.scale()), RoundingMode.HALF_UP),
                          limit));
                }
              });
    }
    return new Result(gate, excesses.isEmpty() ? State.WITHIN : State.ABOVE, excesses);
  }

  /** The time in which the decisions of a run were taken: at least a day. */
  private static Duration period(Measurements.Run run, @Nullable Instant oldest) {
    Instant start =
        Stream.of(Optional.ofNullable(run.from()), Optional.ofNullable(oldest))
            .flatMap(Optional::stream)
            .max(Instant::compareTo)
            .orElse(run.before());
    Duration period = Duration.between(start, run.before());
    return period.compareTo(DAY) < 0 ? DAY : period;
  }

  private static BigDecimal millis(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis());
  }
}
