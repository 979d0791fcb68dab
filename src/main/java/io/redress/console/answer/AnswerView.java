package io.redress.console.answer;

import io.redress.domain.decision.Letter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An answer in the reader's language.
 *
 * @param reason why, as a sentence
 * @param actions what to do, the resolution first
 * @param details money, pieces, who pays, and promised dates
 * @param letters in all languages of the rule set, the buyer's language first; empty if destroyed
 * @param trace the rules that fired, in order
 */
public record AnswerView(
    String resolution,
    String reason,
    String status,
    List<String> actions,
    List<Detail> details,
    List<String> warnings,
    List<LetterView> letters,
    List<TraceStep> trace) {

  /** Whether rules of the flow are among those that decided. */
  public boolean followsFlow() {
    return trace.stream().anyMatch(TraceStep::flow);
  }

  /** A labelled value. */
  public record Detail(String label, String value) {}

  /**
   * A letter.
   *
   * @param language the name in the language itself, such as {@code français}
   */
  public record LetterView(String tag, String language, String subject, String body) {
    static LetterView of(Letter letter) {
      Locale locale = letter.locale();
      return new LetterView(
          locale.toLanguageTag(), locale.getDisplayName(locale), letter.subject(), letter.body());
    }
  }

  /**
   * A rule that fired.
   *
   * @param place file and row or line, as text
   * @param flow whether it is a rule of the flow, which pages show on request only
   * @param table null for a DRL rule, or if the user may not view tables
   */
  public record TraceStep(
      String rule, String place, boolean flow, @Nullable HighlightedTable table) {}
}
