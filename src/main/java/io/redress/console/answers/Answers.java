package io.redress.console.answers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.console.Words;
import io.redress.console.answers.AnswerView.LetterView;
import io.redress.decision.DecisionJson;
import io.redress.decision.Letter;
import io.redress.ruleset.RuleSet;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Shows answers. */
@Singleton
public class Answers {
  private static final ObjectMapper JSON =
      DecisionJson.mapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final Grounds grounds;

  Answers(Grounds grounds) {
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
      String answer, Optional<RuleSet> rules, List<Letter> translations, Words words) {
    JsonNode json = parsed(answer);
    AnswerWords said = new AnswerWords(words);
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
