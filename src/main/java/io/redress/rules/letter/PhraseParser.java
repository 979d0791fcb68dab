package io.redress.rules.letter;

import io.redress.rules.letter.TextParser.TextProblems;
import io.redress.rules.source.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parses the phrases of a text: {@code [[ ... ]]} is left out when it has an unknown placeholder;
 * {@code [[ ... | ... ]]} then has the wording after the bar.
 */
final class PhraseParser {
  private final String text;
  private final Set<Placeholder> known;
  private final TextProblems problems;

  private PhraseParser(String text, Set<Placeholder> known, TextProblems problems) {
    this.text = text;
    this.known = known;
    this.problems = problems;
  }

  /**
   * @param known placeholders that always have a value in this text
   */
  static List<TextPart> parts(String text, Set<Placeholder> known, TextProblems problems) {
    return new PhraseParser(text, known, problems).parts();
  }

  private List<TextPart> parts() {
    List<TextPart> parts = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int open = indexOrEnd("[[", from);
      parts.addAll(wording(from, open, known));
      int close = indexOrEnd("]]", open);
      if (open < text.length()) {
        if (close == text.length() || indexOrEnd("[[", open + 2) < close) {
          String advice = "Close it with ]] before the next one opens.";
          problems.add(open, ProblemCode.PHRASE_NOT_CLOSED, "[[", "the phrase has no end.", advice);
          return List.of();
        }
        parts.add(phrase(open + 2, close));
      }
      from = Math.min(text.length(), close + 2);
    }
    return List.copyOf(parts);
  }

  private int indexOrEnd(String bracket, int from) {
    int index = text.indexOf(bracket, from);
    return index < 0 ? text.length() : index;
  }

  private TextPart phrase(int from, int to) {
    List<List<TextPart>> wordings = new ArrayList<>();
    int wordingStart = from;
    int depth = 0;
    for (int i = from; i < to; i++) {
      char character = text.charAt(i);
      depth += character == '{' ? 1 : character == '}' ? -1 : 0;
      if (character == '|' && depth == 0) {
        wordings.add(wording(wordingStart, i, null));
        wordingStart = i + 1;
      }
    }
    wordings.add(wording(wordingStart, to, null));
    return new TextPart.Phrase(List.copyOf(wordings));
  }

  private List<TextPart> wording(int from, int to, @Nullable Set<Placeholder> allowed) {
    return new TextParser(text.substring(from, to), allowed, problems.from(from)).parts();
  }
}
