package io.redress.console.letters;

import io.redress.console.FormProblem;
import io.redress.rules.letter.LetterEdit;
import io.redress.rules.ruleset.RuleSetFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The form for a text in several languages. */
public class LetterForm {
  private static final int MAX_TEXT = 10_000;

  /** The files, in the order of the texts. */
  @RestForm @Nullable List<String> file;

  @RestForm @Nullable List<String> text;
  @RestForm @Nullable String comment;

  List<FormProblem> problems() {
    List<FormProblem> problems = new ArrayList<>();
    List<String> texts = Objects.requireNonNullElse(text, List.of());
    for (int i = 0; i < texts.size(); i++) {
      if (texts.get(i).isBlank()) {
        problems.add(new FormProblem("text-" + i, "letters.noText"));
      } else if (texts.get(i).length() > MAX_TEXT) {
        problems.add(new FormProblem("text-" + i, "letters.longText"));
      }
    }
    return problems;
  }

  /** The files of a rule set with the texts of the form. */
  RuleSetFiles on(RuleSetFiles files, String name) {
    Map<String, byte[]> changed = new HashMap<>();
    List<String> names = Objects.requireNonNullElse(file, List.of());
    List<String> texts = Objects.requireNonNullElse(text, List.of());
    for (int i = 0; i < Math.min(names.size(), texts.size()); i++) {
      byte[] before = files.all().get(names.get(i));
      if (before == null || !LetterTextView.isLetter(names.get(i))) {
        continue;
      }
      String tidied = texts.get(i).replace("\r\n", "\n").strip();
      if (!LetterEdit.text(before, name).orElse(tidied).equals(tidied)) {
        changed.put(names.get(i), LetterEdit.with(before, name, tidied));
      }
    }
    return files.with(changed);
  }
}
