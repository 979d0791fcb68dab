package io.redress.check.compare;

import io.redress.platform.phrase.Phrase;
import io.redress.rules.table.Term;
import io.redress.rules.table.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Describes an {@link AnswerChange}.
 *
 * @param outcomes the outcome columns
 * @param collects whether all matching rows apply, so that other outcomes may be unchanged
 */
record AnswerChangeText(List<Term> outcomes, boolean collects) {

  Phrase of(AnswerChange change) {
    if (change.onlyOrder()) {
      return Phrase.of("difference.order", list(change.before()), list(change.after()));
    }
    if (change.before().size() == 1 && change.after().size() == 1) {
      return change(change.before().get(0), change.after().get(0));
    }
    List<Phrase> parts = new ArrayList<>();
    if (!change.before().isEmpty()) {
      parts.add(
          Phrase.of(
              collects ? "difference.noLonger" : "difference.noneNow", list(change.before())));
    }
    if (!change.after().isEmpty()) {
      parts.add(
          Phrase.of(collects ? "difference.newly" : "difference.noneBefore", list(change.after())));
    }
    return Phrase.list(parts, "difference.also");
  }

  private Phrase change(List<Optional<Object>> before, List<Optional<Object>> after) {
    List<Phrase> parts = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      if (!before.get(i).equals(after.get(i))) {
        parts.add(change(outcomes.get(i).name(), before.get(i), after.get(i)));
      }
    }
    return Phrase.list(parts, "difference.and");
  }

  private static Phrase change(String name, Optional<Object> before, Optional<Object> after) {
    Phrase term = Phrase.named(Phrase.Named.TERM, name);
    if (before.isEmpty() || after.isEmpty()) {
      return after.isPresent()
          ? Phrase.of("difference.appears", term, value(after.get()))
          : Phrase.of("difference.ends", term, value(before.orElseThrow()));
    }
    return Phrase.of("difference.becomes", term, value(before.get()), value(after.get()));
  }

  private static Phrase value(Object value) {
    return Phrase.named(Phrase.Named.VALUE, Values.text(value));
  }

  private Phrase list(List<List<Optional<Object>>> answers) {
    return Phrase.list(answers.stream().map(this::describe).toList(), "difference.also");
  }

  private Phrase describe(List<Optional<Object>> answer) {
    List<Phrase> parts = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      String name = outcomes.get(i).name();
      answer.get(i).ifPresent(value -> parts.add(fact(name, value(value))));
    }
    return parts.isEmpty()
        ? Phrase.of("difference.onPurpose")
        : Phrase.list(parts, "difference.comma");
  }

  /** Joins the name of a fact or outcome and a text about it. */
  static Phrase fact(String name, Phrase value) {
    return Phrase.of("difference.fact", Phrase.named(Phrase.Named.TERM, name), value);
  }
}
