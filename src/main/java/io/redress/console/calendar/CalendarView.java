package io.redress.console.calendar;

import io.redress.console.Links;
import io.redress.console.Messages;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.calendar.CalendarEdit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A sheet of the calendar, for its page.
 *
 * @param sheets all sheets
 * @param year whose rows are shown; empty for all
 * @param first the first text of the rows that are shown, such as a country; empty for all
 */
record CalendarView(
    StoredRuleSet ruleSet,
    List<CalendarEdit> sheets,
    CalendarEdit sheet,
    String year,
    String first,
    Messages messages) {
  private static final Pattern YEAR = Pattern.compile("\\b(\\d{4})-\\d{2}-\\d{2}\\b");
  private static final int MAX_ROWS = 300;
  private static final int NEW_ROWS = 3;

  static CalendarView of(
      StoredRuleSet ruleSet,
      List<CalendarEdit> all,
      CalendarEdit sheet,
      String year,
      String first,
      Messages messages) {
    CalendarView view = new CalendarView(ruleSet, all, sheet, year, first, messages);
    return year.isEmpty() && view.years().size() > 1
        ? new CalendarView(ruleSet, all, sheet, view.years().get(0), first, messages)
        : view;
  }

  /** The years of its days, the latest first. */
  public List<String> years() {
    List<String> years =
        new ArrayList<>(
            sheet.rows().stream().flatMap(CalendarView::years).distinct().sorted().toList());
    Collections.reverse(years);
    return years;
  }

  private static Stream<String> years(CalendarEdit.Row row) {
    return row.texts().stream()
        .map(YEAR::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1));
  }

  /** The first texts of all rows, such as countries. */
  public List<String> firsts() {
    return sheet.rows().stream().map(row -> row.texts().get(0)).distinct().sorted().toList();
  }

  public String link(String name) {
    return Links.calendar(ruleSet.version(), name);
  }

  /** What people call a sheet. */
  public String title(CalendarEdit one) {
    return said("days.sheet.", one.kind().replace(' ', '-'), one.name());
  }

  /** The labels of the columns, which the sheet has in one language. */
  public List<String> labels() {
    List<String> names = sheet.names();
    return IntStream.range(0, names.size())
        .mapToObj(
            i -> said("days.column.", names.get(i).replace("#", "remark"), sheet.labels().get(i)))
        .toList();
  }

  private String said(String kind, String name, String written) {
    boolean readable =
        !messages.chinese() || written.codePoints().anyMatch(Character::isIdeographic);
    return readable ? written : messages.find(kind + name).orElse(written);
  }

  public List<CalendarEdit.Row> rows() {
    return sheet.rows().stream()
        .filter(row -> first.isEmpty() || row.texts().get(0).equals(first))
        .filter(
            row ->
                year.isEmpty()
                    || years(row).toList().isEmpty()
                    || years(row).anyMatch(year::equals))
        .limit(MAX_ROWS)
        .toList();
  }

  /** Empty rows to be filled in. */
  public List<CalendarEdit.Row> added() {
    List<String> empty = Collections.nCopies(sheet.labels().size(), "");
    return Collections.nCopies(NEW_ROWS, new CalendarEdit.Row(0, empty));
  }

  /** What is in a column already, to choose from. */
  public List<String> known(int column) {
    return sheet.rows().stream()
        .map(row -> row.texts().get(column))
        .filter(text -> !text.isEmpty() && !YEAR.matcher(text).matches())
        .distinct()
        .limit(MAX_ROWS)
        .toList();
  }
}
