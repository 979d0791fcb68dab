package io.redress.console.rulesets;

import io.redress.check.gate.Gate;
import io.redress.check.gate.GateReview;
import io.redress.check.gate.RunRequirement;
import io.redress.console.Links;
import io.redress.console.Messages;
import io.redress.lifecycle.GateCheck;
import io.redress.platform.phrase.Phrase;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gates of the active rule set say about a candidate, and what to do next.
 *
 * @param passed whether the user may activate it, as far as gates say
 * @param reasons why not, each with what to do
 * @param days of the journal that the impact run covers
 * @param maxAgeDays how old it is at most
 * @param known whether an impact run is fit
 * @param run page of the impact run that was relied on; null if none is fit, or it is not for the
 *     user
 * @param begin the impact run to begin; null if none is needed, or the user may not begin it
 * @param asksAuditor whether another person has to begin it
 * @param secondAdmin whether it needs a second admin, who the user is
 */
record GatesView(
    String version,
    boolean passed,
    List<Phrase> reasons,
    int days,
    int maxAgeDays,
    boolean known,
    @Nullable String run,
    @Nullable Begin begin,
    boolean asksAuditor,
    boolean secondAdmin,
    List<Line> gates) {

  /**
   * A gate.
   *
   * @param state as {@link GateReview.State}
   * @param figures what is above which limit; empty unless the user may see it
   */
  record Line(
      String id, String sentence, GateReview.State state, String kind, List<String> figures) {}

  /** An impact run that meets the requirement, as its form sends it. */
  record Begin(LocalDate from, String against, String redemption) {}

  /**
   * @param auditor whether the user may begin and read impact runs
   */
  static GatesView of(
      String version, GateCheck check, boolean auditor, LocalDate today, Messages messages) {
    GateReview review = check.review();
    if (review == null) {
      return new GatesView(
          version, false, check.reasons(), 0, 0, false, null, null, false, false, List.of());
    }
    RunRequirement needed = review.requirement();
    boolean missing = review.unfit() != null && review.unfit() != GateReview.Unfit.AT_WORK;
    return new GatesView(
        version,
        check.passed(),
        check.reasons(),
        needed.days(),
        needed.maxAgeDays(),
        review.run() != null,
        auditor && review.run() != null ? Links.impact(version, review.run().id()) : null,
        auditor && missing
            ? new Begin(
                today.minusDays(needed.days()),
                check.active(),
                needed.redemptionRate().movePointRight(2).toPlainString())
            : null,
        missing && !auditor,
        check.passed() && review.needsSecondAdmin(),
        review.results().stream().map(one -> line(one, auditor, messages)).toList());
  }

  private static Line line(GateReview.Result result, boolean auditor, Messages messages) {
    Gate gate = result.gate();
    return new Line(
        gate.id(),
        gate.sentence(),
        result.state(),
        switch (result.state()) {
          case WITHIN -> "good";
          case UNKNOWN -> "warn";
          case ABOVE -> "bad";
        },
        auditor
            ? result.excesses().stream().map(excess -> figure(excess, messages)).toList()
            : List.of());
  }

  /** What was measured, and the limit. */
  private static String figure(GateReview.Excess excess, Messages messages) {
    String currency = excess.currency();
    return currency == null
        ? messages.say(
            "gates.figureShare",
            messages.percent(excess.measured()),
            messages.percent(excess.limit()))
        : messages.say(
            "gates.figureCost",
            messages.money(excess.measured(), currency),
            messages.money(excess.limit(), currency));
  }
}
