package io.redress.check.compare;

import io.redress.platform.phrase.Phrase;
import io.redress.rules.table.Term;
import io.redress.rules.table.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says what turns into what.
 *
 * @param outcomes whose values answers are made of
 * @param collects whether all rows that match answer, so that there may be others
 */
record AnswerChangeText(List<Term> outcomes, boolean collects) {

  Phrase of(AnswerChange turn) {
    if (turn.onlyOrder()) {
      return Phrase.of("difference.order", list(turn.before()), list(turn.after()));
    }
    if (turn.before().size() == 1 && turn.after().size() == 1) {
      return change(turn.before().get(0), turn.after().get(0));
    }
    List<Phrase> words = new ArrayList<>();
    if (!turn.before().isEmpty()) {
      words.add(
          Phrase.of(collects ? "difference.noLonger" : "difference.noneNow", list(turn.before())));
    }
    if (!turn.after().isEmpty()) {
      words.add(
          Phrase.of(collects ? "difference.newly" : "difference.noneBefore", list(turn.after())));
    }
    return Phrase.list(words, "difference.also");
  }

  private Phrase change(List<Optional<Object>> before, List<Optional<Object>> after) {
    List<Phrase> words = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      if (!before.get(i).equals(after.get(i))) {
        words.add(change(outcomes.get(i).name(), before.get(i), after.get(i)));
      }
    }
    return Phrase.list(words, "difference.and");
  }

  private static Phrase change(String name, Optional<Object> before, Optional<Object> after) {
    if (before.isEmpty() || after.isEmpty()) {
      return after.isPresent()
          ? Phrase.of("difference.appears", name, Values.text(after.get()))
          : Phrase.of("difference.ends", name, Values.text(before.orElseThrow()));
    }
    return Phrase.of(
        "difference.becomes", name, Values.text(before.get()), Values.text(after.get()));
  }

  private Phrase list(List<List<Optional<Object>>> answers) {
    return Phrase.list(answers.stream().map(this::words).toList(), "difference.also");
  }

  private Phrase words(List<Optional<Object>> answer) {
    List<Phrase> words = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      String name = outcomes.get(i).name();
      answer.get(i).ifPresent(value -> words.add(fact(name, Phrase.verbatim(Values.text(value)))));
    }
    return words.isEmpty()
        ? Phrase.of("difference.onPurpose")
        : Phrase.list(words, "difference.comma");
  }

  /** A name, and what is to be said of it. */
  static Phrase fact(String name, Phrase value) {
    return Phrase.of("difference.fact", name, value);
  }
}
