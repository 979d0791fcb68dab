package io.redress.rules.source;

import io.redress.platform.text.ClosestWord;
import io.redress.platform.text.Lookalike;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The text in cell A1 that marks a sheet as data; all other sheets are notes. */
public enum SheetMarker {
  TABLE("Table", "a workbook of the rules other than calendar.xlsx and facts.xlsx"),
  CALENDAR("Calendar", "calendar.xlsx"),
  FACTS("Facts", "facts.xlsx"),
  TEST_CASES("Test cases", "a workbook among the test cases");

  /** Markers long enough for edit distance; a title of notes may be close to a short word. */
  private static final List<String> LONG = List.of(CALENDAR.text, TEST_CASES.text);

  private final String text;
  private final String place;

  SheetMarker(String text, String place) {
    this.text = text;
    this.place = place;
  }

  /** Returns the exact text. */
  public String text() {
    return text;
  }

  /** Describes where sheets of this kind belong. */
  String place() {
    return place;
  }

  static boolean isMarker(String text) {
    return Arrays.stream(values()).anyMatch(marker -> marker.text.equals(text));
  }

  /** Returns the marker that a misspelt text most likely stands for. */
  static Optional<String> closestTo(String text) {
    return Arrays.stream(values())
        .map(SheetMarker::text)
        .filter(marker -> Lookalike.looksLike(marker, text))
        .findFirst()
        .or(() -> ClosestWord.to(text, LONG));
  }
}
