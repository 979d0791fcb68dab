package io.redress.console.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/** Shows answers. */
@Singleton
public class AnswerViews {
  private static final ObjectMapper JSON =
      DecisionJson.mapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final TraceView grounds;

  AnswerViews(TraceView grounds) {
    this.grounds = grounds;
  }

  /**
   * Shows an answer.
   *
   * @param answer JSON
   * @param rules that decided; empty when they can not be read any more
   * @param translations the letter in the languages of the rules, that of the answer among them
   */
  public AnswerView view(
      String answer, Optional<RuleSet> rules, List<Letter> translations, Messages words) {
    JsonNode json = parsed(answer);
    AnswerText said = new AnswerText(words);
    return new AnswerView(
        words.word(json.path("resolution").asText()),
        words.word(json.path("reasonCode").asText()),
        words.word(json.path("caseStatus").asText()),
        said.todo(json.path("actions")),
        said.details(json),
        StreamSupport.stream(json.path("warnings").spliterator(), false)
            .map(said::warning)
            .toList(),
        letters(json.path("letter"), translations),
        grounds.of(json.path("trace"), rules, words));
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

  /** The JSON of an answer that this program wrote. */
  public static JsonNode parsed(String answer) {
    try {
      return JSON.readTree(answer);
    } catch (JsonProcessingException changed) {
      throw new IllegalStateException(changed);
    }
  }

  /** An answer as JSON. */
  public static String written(Object answer) {
    try {
      return JSON.writeValueAsString(answer);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
