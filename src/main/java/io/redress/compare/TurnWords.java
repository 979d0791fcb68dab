package io.redress.compare;

import io.redress.table.Term;
import io.redress.table.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says what turns into what.
 *
 * @param outcomes whose values answers are made of
 * @param collects whether all rows that match answer, so that there may be others
 */
record TurnWords(List<Term> outcomes, boolean collects) {

  String of(Turn turn) {
    if (turn.onlyOrder()) {
      return "the order of answers goes from " + list(turn.before()) + " to " + list(turn.after());
    }
    if (turn.before().size() == 1 && turn.after().size() == 1) {
      return change(turn.before().get(0), turn.after().get(0));
    }
    List<String> words = new ArrayList<>();
    if (!turn.before().isEmpty()) {
      words.add(
          (collects ? "no longer: " : "no row answers any more, before: ") + list(turn.before()));
    }
    if (!turn.after().isEmpty()) {
      words.add((collects ? "newly: " : "no row answered before, now: ") + list(turn.after()));
    }
    return String.join("; ", words);
  }

  private String change(List<Optional<Object>> before, List<Optional<Object>> after) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      if (!before.get(i).equals(after.get(i))) {
        words.add(outcomes.get(i).name() + " " + change(before.get(i), after.get(i)));
      }
    }
    return String.join(" and ", words);
  }

  private static String change(Optional<Object> before, Optional<Object> after) {
    if (before.isEmpty() || after.isEmpty()) {
      return after.isPresent()
          ? "is newly " + Values.text(after.get())
          : "is no longer " + Values.text(before.orElseThrow());
    }
    return "goes from " + Values.text(before.get()) + " to " + Values.text(after.get());
  }

  private String list(List<List<Optional<Object>>> answers) {
    return answers.stream().map(this::words).collect(Collectors.joining("; "));
  }

  private String words(List<Optional<Object>> answer) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      String name = outcomes.get(i).name();
      answer.get(i).ifPresent(value -> words.add(name + " " + Values.text(value)));
    }
    return words.isEmpty() ? "nothing, on purpose" : String.join(", ", words);
  }
}
