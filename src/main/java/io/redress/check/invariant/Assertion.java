package io.redress.check.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.check.expectation.Difference;
import io.redress.check.expectation.Expectation;
import io.redress.check.invariant.CountingDecider.Outcome;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.Money;
import io.redress.domain.dispute.Order;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a law demands: of one decision, or of two on facts that differ in one. */
sealed interface Assertion {

  /** A demand that can be judged by looking at one decision. */
  sealed interface OfOne extends Assertion {

    /** What is wrong; empty when nothing is. */
    Optional<String> breach(Outcome outcome);
  }

  /** A demand on the decisions before and after a change of the facts. */
  sealed interface OfTwo extends Assertion {

    /** The fact that changes, and how. */
    Change change();

    /** What is wrong; empty when nothing is. */
    Optional<String> breach(Outcome before, Outcome after);

    /** Whether the decision says enough to be compared with others. */
    default boolean comparable(Outcome outcome) {
      return true;
    }
  }

  /** The decision says at least this. */
  record Then(Expectation expected) implements OfOne {
    @Override
    public Optional<String> breach(Outcome outcome) {
      List<Difference> differences = expected.differences("", outcome.json());
      return differences.isEmpty()
          ? Optional.empty()
          : Optional.of(
              differences.stream().map(Difference::toString).collect(Collectors.joining("; ")));
    }
  }

  /** The decision does not say all of this. */
  record Never(Expectation forbidden) implements OfOne {
    @Override
    public Optional<String> breach(Outcome outcome) {
      return forbidden.accepts(outcome.json())
          ? Optional.of("never " + forbidden + ", was " + Measure.summary(outcome))
          : Optional.empty();
    }
  }

  /** No more goes back than the buyer paid, for the goods and for shipping. */
  record RefundWithinPrice() implements OfOne {
    @Override
    public Optional<String> breach(Outcome outcome) {
      Decision decision = outcome.decision();
      Order order = decision.assessment().dispute().order();
      BigDecimal goods = decision.assessment().orderValue();
      if (goods == null
          || order.currency() == null
          || decision.refund() == null
          || decision.refund().amount() == null) {
        return Optional.empty();
      }
      BigDecimal fee = order.shippingFee() == null ? BigDecimal.ZERO : order.shippingFee();
      BigDecimal paid = Money.rounded(goods.add(fee), order.currency());
      return decision.refund().amount().compareTo(paid) > 0
          ? Optional.of("refund.amount: at most " + paid + ", was " + decision.refund().amount())
          : Optional.empty();
    }
  }

  /** After the change the decision differs in nothing but these parts. */
  record MayDiffer(Change change, Set<String> parts) implements OfTwo {
    public MayDiffer {
      parts = Set.copyOf(parts);
    }

    @Override
    public Optional<String> breach(Outcome before, Outcome after) {
      Set<String> names = new LinkedHashSet<>();
      before.json().fieldNames().forEachRemaining(names::add);
      after.json().fieldNames().forEachRemaining(names::add);
      names.removeAll(parts);
      String differences =
          names.stream()
              .filter(name -> !before.json().path(name).equals(after.json().path(name)))
              .map(name -> name + " is " + shown(before, name) + ", then " + shown(after, name))
              .collect(Collectors.joining("; "));
      return differences.isEmpty() ? Optional.empty() : Optional.of(differences);
    }

    private static String shown(Outcome outcome, String name) {
      JsonNode value = outcome.json().path(name);
      return value.isMissingNode() ? "absent" : value.toString();
    }
  }

  /** After the change the buyer does not stand worse. */
  record NeverFalls(Change change, Measure measure) implements OfTwo {
    @Override
    public boolean comparable(Outcome outcome) {
      return measure.of(outcome).isPresent();
    }

    @Override
    public Optional<String> breach(Outcome before, Outcome after) {
      boolean falls =
          measure
              .of(before)
              .flatMap(first -> measure.of(after).map(then -> then.compareTo(first) < 0))
              .orElse(false);
      return falls
          ? Optional.of(Measure.summary(before) + ", then " + Measure.summary(after))
          : Optional.empty();
    }
  }
}
