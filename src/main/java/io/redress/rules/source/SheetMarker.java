package io.redress.rules.source;

import io.redress.platform.text.ClosestWord;
import io.redress.platform.text.Lookalike;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What cell A1 of a sheet says when the sheet holds data; any other sheet is notes. */
public enum SheetMarker {
  TABLE("Table", "a workbook of the rules other than calendar.xlsx"),
  CALENDAR("Calendar", "calendar.xlsx"),
  TEST_CASES("Test cases", "a workbook among the test cases");

  /** Titles of notes may be a slip away from a short word, but hardly from these. */
  private static final List<String> LONG = List.of(CALENDAR.text, TEST_CASES.text);

  private final String text;
  private final String place;

  SheetMarker(String text, String place) {
    this.text = text;
    this.place = place;
  }

  /** As it is to be written. */
  public String text() {
    return text;
  }

  /** Where sheets of this kind are read. */
  String place() {
    return place;
  }

  static boolean isOne(String text) {
    return Arrays.stream(values()).anyMatch(mark -> mark.text.equals(text));
  }

  /** The mark that somebody most likely meant who wrote something else. */
  static Optional<String> meantBy(String text) {
    return Arrays.stream(values())
        .map(SheetMarker::text)
        .filter(mark -> Lookalike.looksLike(mark, text))
        .findFirst()
        .or(() -> ClosestWord.to(text, LONG));
  }
}
