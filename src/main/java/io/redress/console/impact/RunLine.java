package io.redress.console.impact;

import io.redress.console.Links;
import io.redress.console.Messages;
import io.redress.insight.impact.ImpactReport;
import io.redress.journal.impact.ImpactRun;
import io.redress.journal.impact.ImpactSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A run in the list.
 *
 * @param time of the decisions
 * @param against what it is compared with
 * @param filter which decisions of that time; empty for all
 * @param percent how far it has come
 * @param headline the result; empty if there is none
 */
record RunLine(
    String href,
    Instant createdAt,
    String createdBy,
    ImpactRun.Status status,
    String time,
    String against,
    List<String> filter,
    String percent,
    String headline) {
  private static final int PERCENT = 100;

  /**
   * @param name what people call a rule set, by its version
   */
  static RunLine of(ImpactRun run, UnaryOperator<String> name, Messages messages) {
    ImpactSpecification wanted = run.specification();
    Optional<ImpactReport> result = run.result();
    return new RunLine(
        Links.impact(wanted.candidate(), run.id()),
        run.createdAt(),
        run.createdBy(),
        run.status(),
        time(wanted, messages),
        wanted.recorded()
            ? messages.say("impact.recorded")
            : messages.say("impact.again", name.apply(wanted.against())),
        filter(wanted, name, messages),
        messages.percent((int) (run.progress() * PERCENT)),
        result.map(report -> Headline.of(report, messages)).orElse(""));
  }

  private static String time(ImpactSpecification wanted, Messages messages) {
    String before = messages.moment(wanted.before());
    return wanted.from() == null
        ? messages.say("impact.until", before)
        : messages.say("impact.between", messages.moment(wanted.from()), before);
  }

  private static List<String> filter(
      ImpactSpecification wanted, UnaryOperator<String> name, Messages messages) {
    return Stream.of(
            Optional.ofNullable(wanted.resolution())
                .map(one -> messages.say("impact.filtered.resolution", messages.word(one))),
            Optional.ofNullable(wanted.country())
                .map(one -> messages.say("impact.filtered.country", messages.country(one))),
            Optional.ofNullable(wanted.platform())
                .map(one -> messages.say("impact.filtered.platform", messages.word(one))),
            Optional.ofNullable(wanted.ruleSet())
                .map(one -> messages.say("impact.filtered.ruleSet", name.apply(one))),
            Optional.ofNullable(wanted.disputeId())
                .map(one -> messages.say("impact.filtered.disputeId", one)))
        .flatMap(Optional::stream)
        .toList();
  }
}
