package io.redress.console.laws;

import io.redress.check.invariant.LawEdit;
import io.redress.check.scenario.FactTree;
import io.redress.console.FormProblem;
import io.redress.platform.text.InvisibleCharacters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The form for a changed law: its sentence, its values and exceptions, or all of its text. */
public class LawForm {
  /** What a law is long at most, in characters. */
  static final int MAX_TEXT = 20_000;

  private static final int MAX_SENTENCE = 1_000;

  private static final Pattern NUMBER = Pattern.compile("\\d+([.]\\d+)?");

  @RestForm @Nullable String sentence;
  @RestForm @Nullable List<String> value;
  @RestForm @Nullable List<String> except;
  @RestForm @Nullable String text;
  @RestForm @Nullable String comment;

  List<FormProblem> problems(LawEdit law) {
    List<FormProblem> problems = new ArrayList<>();
    List<String> values = values();
    if (inText(law)) {
      if (text().length() > MAX_TEXT) {
        problems.add(new FormProblem("text", "laws.longText"));
      }
      return problems;
    }
    if (sentence().isEmpty() || sentence().length() > MAX_SENTENCE) {
      problems.add(new FormProblem("sentence", "laws.badSentence"));
    }
    for (int i = 0; i < Math.min(values.size(), law.values().size()); i++) {
      if (values.get(i).isEmpty()) {
        problems.add(new FormProblem("value-" + i, "laws.emptyValue"));
      }
    }
    return problems;
  }

  /** A number that the sentence still has although the law no longer demands it. */
  Optional<String> oldNumber(LawEdit law) {
    List<String> values = values();
    List<LawEdit.Value> before = law.values();
    if (inText(law)) {
      return Optional.empty();
    }
    return IntStream.range(0, Math.min(values.size(), before.size()))
        .filter(i -> !values.get(i).equals(before.get(i).text()) && !says(values.get(i)))
        .mapToObj(i -> before.get(i).text())
        .filter(old -> NUMBER.matcher(old).matches() && says(old))
        .findFirst();
  }

  /** Whether the sentence has a number that is not part of another one. */
  private boolean says(String number) {
    return Pattern.compile("(?<![\\d.,])" + Pattern.quote(number) + "(?![\\d]|[.,]\\d)")
        .matcher(sentence())
        .find();
  }

  /**
   * Changes the law as the form says.
   *
   * @param counterexample facts of which some may be an exception; null if there are none
   */
  void change(LawEdit law, @Nullable FactTree counterexample) {
    if (inText(law)) {
      law.setText(text());
      return;
    }
    if (!sentence().equals(law.sentence())) {
      law.setSentence(sentence());
    }
    List<String> values = values();
    List<LawEdit.Value> before = law.values();
    for (int i = 0; i < Math.min(values.size(), before.size()); i++) {
      if (!values.get(i).equals(before.get(i).text())) {
        law.set(before.get(i), values.get(i));
      }
    }
    List<String> names = except == null ? List.of() : except;
    if (counterexample != null && counterexample.names().stream().anyMatch(names::contains)) {
      law.except(counterexample, names);
    }
  }

  private boolean inText(LawEdit law) {
    return !text().isEmpty() && !text().equals(law.text().strip());
  }

  private String text() {
    return Optional.ofNullable(text).orElse("").replace("\r\n", "\n").strip();
  }

  private String sentence() {
    return tidied(sentence);
  }

  private List<String> values() {
    return value == null ? List.of() : value.stream().map(LawForm::tidied).toList();
  }

  private static String tidied(@Nullable String text) {
    return text == null ? "" : InvisibleCharacters.blankedInFreeText(text).strip();
  }
}
