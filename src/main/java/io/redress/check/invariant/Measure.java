package io.redress.check.invariant;

import io.redress.check.invariant.CountingDecider.Outcome;
import io.redress.domain.decision.Decision;
import io.redress.domain.dispute.ActionType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A scale of how good a decision is for the buyer. */
enum Measure {
  /**
   * The percentage of the goods that is refunded or replaced, then the discount on the next order.
   * A replacement counts like a refund; a decision left to a person cannot be compared.
   */
  COMPENSATION("compensation") {
    @Override
    Optional<Level> of(Outcome outcome) {
      Decision decision = outcome.decision();
      return decision.resolution() == ActionType.ESCALATE_TO_HUMAN
          ? Optional.empty()
          : Optional.of(new Level(goods(decision), decision.nextOrderDiscountPercent()));
    }
  },

  /** Whether the buyer gets anything: {@code REJECT} and {@code NO_ACTION} are the lower level. */
  ANSWER("answer") {
    @Override
    Optional<Level> of(Outcome outcome) {
      ActionType resolution = outcome.decision().resolution();
      boolean no = resolution == ActionType.REJECT || resolution == ActionType.NO_ACTION;
      return Optional.of(new Level(no ? BigDecimal.ZERO : BigDecimal.ONE, BigDecimal.ZERO));
    }
  };

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final String word;

  Measure(String word) {
    this.word = word;
  }

  /** Empty if the decision cannot be compared. */
  abstract Optional<Level> of(Outcome outcome);

  /** The measure for a word that laws use. */
  static Measure parse(String word) {
    return Arrays.stream(values())
        .filter(measure -> measure.word.equals(word))
        .findFirst()
        .orElseThrow();
  }

  /** The words for all measures. */
  static List<String> words() {
    return Arrays.stream(values()).map(measure -> measure.word).toList();
  }

  /** A place on a scale; {@code second} counts if {@code first} is equal. */
  record Level(BigDecimal first, BigDecimal second) implements Comparable<Level> {
    private static final Comparator<Level> ORDER =
        Comparator.comparing(Level::first).thenComparing(Level::second);

    @Override
    public int compareTo(Level other) {
      return ORDER.compare(this, other);
    }
  }

  /** Such as {@code PARTIAL_REFUND of 35% and 5% off}. */
  static String summary(Outcome outcome) {
    Decision decision = outcome.decision();
    String goods = goods(decision).signum() == 0 ? "" : " of " + percent(goods(decision));
    BigDecimal discount = decision.nextOrderDiscountPercent();
    String off = discount.signum() == 0 ? "" : " and " + percent(discount) + " off";
    return decision.resolution() + goods + off;
  }

  private static String percent(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString() + "%";
  }

  /** In percent; 100 if the number of affected pieces is unknown. */
  private static BigDecimal goods(Decision decision) {
    if (decision.refund() != null) {
      return decision.refund().percentOfGoods();
    }
    if (decision.resolution() != ActionType.REPLACEMENT) {
      return BigDecimal.ZERO;
    }
    return Objects.requireNonNullElse(decision.assessment().defectRatePercent(), HUNDRED);
  }
}
