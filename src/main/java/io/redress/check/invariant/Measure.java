package io.redress.check.invariant;

import io.redress.check.invariant.CountingDecider.Outcome;
import io.redress.domain.decision.ActionType;
import io.redress.domain.decision.Decision;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How good a decision is for the buyer, in some respect. */
enum Measure {
  /**
   * The share of the goods that is paid back or sent again, then the discount on the next order.
   * Sending again counts as paying back; what a person has still to decide can not be compared.
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

  /** Whether the buyer is turned down: a no is {@code REJECT} or {@code NO_ACTION}. */
  ANSWER("answer") {
    @Override
    Optional<Level> of(Outcome outcome) {
      ActionType resolution = outcome.decision().resolution();
      boolean no = resolution == ActionType.REJECT || resolution == ActionType.NO_ACTION;
      return Optional.of(new Level(no ? BigDecimal.ZERO : BigDecimal.ONE, BigDecimal.ZERO));
    }
  };

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final String written;

  Measure(String written) {
    this.written = written;
  }

  /** Empty where the decision leaves it open. */
  abstract Optional<Level> of(Outcome outcome);

  /** The measure that laws write so. */
  static Measure written(String word) {
    return Arrays.stream(values())
        .filter(measure -> measure.written.equals(word))
        .findFirst()
        .orElseThrow();
  }

  /** All measures, as laws write them. */
  static List<String> words() {
    return Arrays.stream(values()).map(measure -> measure.written).toList();
  }

  /** A place on a scale; {@code second} counts where {@code first} is the same. */
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

  /** In percent; all goods where nobody knows how many pieces are concerned. */
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
