package io.redress.rules.calendar;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The kinds of sheets in {@code calendar.xlsx}, by their title in B1, with the columns in row 3; a
 * column with a question mark may be absent.
 */
enum SheetKind {
  COUNTRIES(
      "countries",
      "country",
      "zone",
      "weekend",
      "holidays?",
      "publishedFrom?",
      "publishedThrough",
      "handlingDays"),
  CLOSURES("closures", "country", "name", "from", "to"),
  MAKE_UP_DAYS("make-up days", "country", "day", "closure"),
  PEAK_SEASONS("peak seasons", "name", "from", "to");

  private final String title;
  private final List<String> columns;
  private final List<String> required;

  SheetKind(String title, String... columns) {
    this.title = title;
    this.columns = Arrays.stream(columns).map(column -> column.replace("?", "")).toList();
    this.required = Arrays.stream(columns).filter(this.columns::contains).toList();
  }

  static Optional<SheetKind> titled(String title) {
    return Stream.of(values()).filter(kind -> kind.title.equals(title)).findFirst();
  }

  static List<String> titles() {
    return Stream.of(values()).map(SheetKind::title).toList();
  }

  String title() {
    return title;
  }

  List<String> columns() {
    return columns;
  }

  List<String> required() {
    return required;
  }
}
