package io.redress.console.impact;

import io.redress.console.Messages;
import io.redress.insight.impact.ImpactReport;
import java.util.List;

/** A result in two sentences: how many decisions change, and what they cost more or less. */
final class Headline {
  private Headline() {}

  static String of(ImpactReport report, Messages messages) {
    long decided = report.population().decided();
    if (decided == 0) {
      return messages.say("impact.headline.none");
    }
    if (report.changed() == 0) {
      return messages.say("impact.headline.same", decided);
    }
    List<String> money =
        report.money().stream()
            .filter(one -> one.difference().signum() != 0)
            .map(
                one ->
                    messages.say(
                        one.difference().signum() > 0
                            ? "impact.headline.more"
                            : "impact.headline.less",
                        messages.money(one.difference().abs(), one.currency())))
            .toList();
    return messages.say(
        "impact.headline.both",
        messages.say("impact.headline.changed", report.changed(), decided),
        money.isEmpty()
            ? messages.say("impact.headline.sameMoney")
            : messages.say(
                "impact.headline.money",
                String.join(messages.say("impact.headline.comma"), money)));
  }
}
