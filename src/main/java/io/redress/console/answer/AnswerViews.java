package io.redress.console.answer;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.console.Messages;
import io.redress.console.answer.AnswerView.LetterView;
import io.redress.domain.decision.DecisionJson;
import io.redress.domain.decision.Letter;
import io.redress.rules.ruleset.RuleSet;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Creates the {@link AnswerView} of an answer. */
@Singleton
public class AnswerViews {
  private final TraceView trace;

  AnswerViews(TraceView trace) {
    this.trace = trace;
  }

  /**
   * Creates the view of an answer.
   *
   * @param answer JSON
   * @param rules the rule set that decided; empty if it can no longer be read
   * @param translations the letter in all languages of the rule set
   */
  public AnswerView view(
      String answer, Optional<RuleSet> rules, List<Letter> translations, Messages messages) {
    return view(answer, rules, translations, messages, null);
  }

  /**
   * Creates the view of an answer with links that explain its rows.
   *
   * @param decisionId of the recorded decision; null for none
   */
  public AnswerView view(
      String answer,
      Optional<RuleSet> rules,
      List<Letter> translations,
      Messages messages,
      @Nullable String decisionId) {
    JsonNode json = DecisionJson.read(answer);
    AnswerText text = new AnswerText(messages, rules);
    return new AnswerView(
        messages.word(json.path("resolution").asText()),
        text.reason(json),
        messages.word(json.path("caseStatus").asText()),
        text.actions(json.path("actions")),
        text.details(json),
        StreamSupport.stream(json.path("warnings").spliterator(), false)
            .map(text::warning)
            .toList(),
        letters(json.path("letter"), translations),
        trace.of(json.path("trace"), rules, messages, decisionId));
  }

  private static List<LetterView> letters(JsonNode letter, List<Letter> translations) {
    List<LetterView> letters = new ArrayList<>();
    if (letter.isObject()) {
      Locale own = Locale.forLanguageTag(letter.path("locale").asText());
      letters.add(
          LetterView.of(
              new Letter(own, letter.path("subject").asText(), letter.path("body").asText())));
      translations.stream()
          .filter(other -> !other.locale().getLanguage().equals(own.getLanguage()))
          .map(LetterView::of)
          .forEach(letters::add);
    }
    return letters;
  }
}
