package io.redress.check.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.check.expectation.Difference;
import io.redress.check.expectation.Expectation;
import io.redress.check.invariant.CountingDecider.Outcome;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a law asserts: about one decision, or about two whose facts differ in one fact. */
sealed interface Assertion {

  /** An assertion about one decision. */
  sealed interface OfOne extends Assertion {

    /** Describes the violation; empty if the assertion holds. */
    Optional<String> violation(Outcome outcome);
  }

  /** An assertion about the decisions before and after one fact changes. */
  sealed interface OfTwo extends Assertion {

    /** The fact that changes, and how. */
    Change change();

    /** Describes the violation; empty if the assertion holds. */
    Optional<String> violation(Outcome before, Outcome after);

    /** Whether the decision can be compared with others. */
    default boolean comparable(Outcome outcome) {
      return true;
    }
  }

  /** The decision meets the expectation. */
  record Then(Expectation expected) implements OfOne {
    @Override
    public Optional<String> violation(Outcome outcome) {
      List<Difference> differences = expected.differences("", outcome.json());
      return differences.isEmpty()
          ? Optional.empty()
          : Optional.of(
              differences.stream().map(Difference::toString).collect(Collectors.joining("; ")));
    }
  }

  /** The decision does not meet the expectation. */
  record Never(Expectation forbidden) implements OfOne {
    @Override
    public Optional<String> violation(Outcome outcome) {
      return forbidden.accepts(outcome.json())
          ? Optional.of("never " + forbidden + ", was " + Measure.summary(outcome))
          : Optional.empty();
    }
  }

  /** The refund is at most what the buyer paid and has not got back yet. */
  record RefundWithinPrice() implements OfOne {
    @Override
    public Optional<String> violation(Outcome outcome) {
      Decision decision = outcome.decision();
      Currency currency = decision.assessment().dispute().order().currency();
      BigDecimal all = decision.assessment().paidAmount();
      if (all == null
          || currency == null
          || decision.refund() == null
          || decision.refund().amount() == null) {
        return Optional.empty();
      }
      BigDecimal duty = orZero(decision.assessment().dispute().customs().dutyPaidByBuyer());
      BigDecimal granted = orZero(decision.assessment().alreadyGranted());
      BigDecimal left = all.add(duty).subtract(granted).max(BigDecimal.ZERO);
      BigDecimal paid = Money.rounded(left, currency);
      return decision.refund().amount().compareTo(paid) > 0
          ? Optional.of("refund.amount: at most " + paid + ", was " + decision.refund().amount())
          : Optional.empty();
    }
  }

  private static BigDecimal orZero(@Nullable BigDecimal amount) {
    return amount == null ? BigDecimal.ZERO : amount;
  }

  /** The change affects only these members of the decision. */
  record MayDiffer(Change change, Set<String> parts) implements OfTwo {
    public MayDiffer {
      parts = Set.copyOf(parts);
    }

    @Override
    public Optional<String> violation(Outcome before, Outcome after) {
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

  /** The change does not make the decision worse for the buyer. */
  record NeverFalls(Change change, Measure measure) implements OfTwo {
    @Override
    public boolean comparable(Outcome outcome) {
      return measure.of(outcome).isPresent();
    }

    @Override
    public Optional<String> violation(Outcome before, Outcome after) {
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
