package io.redress.console.answer;

import io.redress.domain.decision.Letter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An answer in the words of whoever looks at it.
 *
 * @param because the reason code in plain words
 * @param todo what is to be done, the remedy first
 * @param details money, pieces, who pays, and the days promised
 * @param letters in all languages that can be shown; the one that belongs to the answer first
 * @param why the rules that fired, in order
 */
public record AnswerView(
    String remedy,
    String because,
    String status,
    List<String> todo,
    List<Detail> details,
    List<String> warnings,
    List<LetterView> letters,
    List<Ground> why) {

  /** A line with its label. */
  public record Detail(String label, String value) {}

  /**
   * A letter.
   *
   * @param language tag and own name, such as {@code fr} and {@code français}
   */
  public record LetterView(String tag, String language, String subject, String body) {
    static LetterView of(Letter letter) {
      Locale locale = letter.locale();
      return new LetterView(
          locale.toLanguageTag(), locale.getDisplayName(locale), letter.subject(), letter.body());
    }
  }

  /** Whether there is a letter at all. */
  public boolean written() {
    return !letters.isEmpty();
  }

  /**
   * A rule that fired.
   *
   * @param place where it stands, in words
   * @param table null for a rule in DRL, or where tables are not to be seen
   */
  public record Ground(String rule, String place, @Nullable HighlightedTable table) {}
}
