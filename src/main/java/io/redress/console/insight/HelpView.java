package io.redress.console.insight;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.console.Messages;
import io.redress.console.answer.FactText;
import io.redress.domain.dispute.ActionType;
import io.redress.insight.whatif.Dependence;
import io.redress.insight.whatif.FactChange;
import io.redress.insight.whatif.Option;
import io.redress.insight.whatif.WhatIfAnswer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would change a decision.
 *
 * @param resolution the main remedy as it is
 * @param goals remedies to choose from
 * @param asked whether a goal was chosen
 * @param sentence the result
 */
record HelpView(
    String decisionId,
    String resolution,
    List<Choice> goals,
    boolean asked,
    String sentence,
    List<Way> ways,
    List<Hinge> hinges,
    boolean complete) {

  /** A remedy to choose. */
  public record Choice(String value, String label, boolean selected) {}

  /** Changes that lead to the goal. */
  public record Way(List<Step> steps, String resolution, String why) {}

  /** A change of one fact. */
  public record Step(String fact, String from, String to, String by) {}

  /** A fact on which the decision hangs; {@code resolution} is empty where the remedy stays. */
  public record Hinge(String fact, String from, String to, String resolution) {}

  static HelpView of(
      String decisionId,
      WhatIfAnswer answer,
      @Nullable ActionType goal,
      FactText facts,
      Messages messages) {
    return new HelpView(
        decisionId,
        messages.word(answer.resolution()),
        Arrays.stream(ActionType.values())
            .filter(type -> type != answer.resolution())
            .map(type -> new Choice(type.name(), messages.word(type), type == goal))
            .toList(),
        goal != null,
        answer.sentence(),
        answer.options().stream().map(option -> way(option, facts, messages)).toList(),
        answer.hangsOn().stream()
            .map(one -> hinge(one, answer.resolution(), facts, messages))
            .toList(),
        answer.complete());
  }

  private static Way way(Option option, FactText facts, Messages messages) {
    return new Way(
        option.changes().stream().map(change -> step(change, facts, messages)).toList(),
        messages.word(option.decision().resolution()),
        option.why());
  }

  private static Step step(FactChange change, FactText facts, Messages messages) {
    String name = name(change.pointer());
    return new Step(
        facts.label(name),
        text(name, change.from(), facts, messages),
        text(name, change.to(), facts, messages),
        messages.choice("decisions.help.by", change.by()));
  }

  private static Hinge hinge(Dependence one, ActionType before, FactText facts, Messages messages) {
    String name = name(one.pointer());
    return new Hinge(
        facts.label(name),
        text(name, one.from(), facts, messages),
        text(name, one.to(), facts, messages),
        one.resolution() == before ? "" : messages.word(one.resolution()));
  }

  private static String name(String pointer) {
    return pointer.substring(1).replace('/', '.');
  }

  private static String text(
      String name, @Nullable JsonNode value, FactText facts, Messages messages) {
    return value == null ? messages.say("decisions.help.unknown") : facts.value(name, value);
  }
}
