package io.redress.console.impact;

import io.redress.console.Messages;
import io.redress.journal.impact.ImpactFailure;
import io.redress.journal.impact.ImpactRun;
import io.redress.lifecycle.store.StoredRuleSet;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The page of a run.
 *
 * @param line what is asked for
 * @param left the time that is left, as text; empty if it is not known
 * @param failure why it failed, in the reader's language; empty if it did not, or if only the
 *     English text was stored
 * @param result null if there is none
 */
record RunView(
    StoredRuleSet ruleSet,
    ImpactRun run,
    RunLine line,
    String redemption,
    String left,
    String failure,
    @Nullable ResultView result) {
  private static final int SECONDS = 60;
  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

  /**
   * @param name what people call a rule set, by its version
   */
  static RunView of(
      StoredRuleSet ruleSet,
      ImpactRun run,
      @Nullable ResultView result,
      Instant now,
      UnaryOperator<String> name,
      Messages messages) {
    Duration left = run.left(now);
    return new RunView(
        ruleSet,
        run,
        RunLine.of(run, name, messages),
        messages.percent(run.specification().redemptionRate().multiply(PERCENT)),
        left == null ? "" : text(left, messages),
        Optional.ofNullable(run.cause())
            .map(ImpactFailure::phrase)
            .map(messages::phrase)
            .orElse(""),
        result);
  }

  private static String text(Duration left, Messages messages) {
    return left.toSeconds() < SECONDS
        ? messages.say("impact.secondsLeft", Math.max(1, left.toSeconds()))
        : messages.say("impact.minutesLeft", (left.toSeconds() + SECONDS - 1) / SECONDS);
  }

  /** Whether it waits or is at work. */
  public boolean open() {
    return run.status().open();
  }

  public boolean queued() {
    return run.status() == ImpactRun.Status.QUEUED;
  }

  public boolean cancelled() {
    return run.status() == ImpactRun.Status.CANCELLED;
  }

  public boolean failed() {
    return run.status() == ImpactRun.Status.FAILED;
  }
}
