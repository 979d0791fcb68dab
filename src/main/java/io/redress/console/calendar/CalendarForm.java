package io.redress.console.calendar;

import io.redress.http.problem.ProblemType;
import io.redress.http.rulesets.Proposals;
import io.redress.platform.text.InvisibleCharacters;
import io.redress.rules.calendar.CalendarEdit;
import io.redress.rules.calendar.Calendars;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.edit.EditRefusedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The form for rows of a sheet. */
public class CalendarForm {
  private static final int MAX_TEXT = 1_000;

  @RestForm @Nullable String sheet;

  /** Numbers of the rows; 0 for an added one. */
  @RestForm @Nullable List<Integer> row;

  /** The texts of all rows, one after the other. */
  @RestForm @Nullable List<String> cell;

  /** Numbers of the rows to be removed. */
  @RestForm @Nullable List<Integer> remove;

  @RestForm @Nullable String comment;

  /**
   * The files of the rule set with the rows of the form.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem when they cannot be written
   */
  RuleSetFiles on(RuleSetFiles files) {
    byte[] workbook = Objects.requireNonNullElse(files.all().get(Calendars.FILE), new byte[0]);
    CalendarEdit edit =
        CalendarEdit.of(workbook, Objects.requireNonNullElse(sheet, ""))
            .orElseThrow(
                () -> ProblemType.NOT_FOUND.with("The calendar has no sheet of this name."));
    Map<Integer, List<String>> changed = new HashMap<>();
    List<List<String>> added = new ArrayList<>();
    List<Integer> rows = Objects.requireNonNullElse(row, List.of());
    List<String> cells = Objects.requireNonNullElse(cell, List.of());
    int width = edit.labels().size();
    if (cells.size() != rows.size() * width) {
      throw ProblemType.MALFORMED_REQUEST.with(
          "The rows do not belong to this sheet. Reload the page.");
    }
    for (int i = 0; i < rows.size(); i++) {
      List<String> texts =
          cells.subList(i * width, (i + 1) * width).stream().map(CalendarForm::tidied).toList();
      if (rows.get(i) > 0) {
        changed.put(rows.get(i), texts);
      } else if (texts.stream().anyMatch(text -> !text.isEmpty())) {
        added.add(texts);
      }
    }
    Set<Integer> removed = new HashSet<>(Objects.requireNonNullElse(remove, List.of()));
    try {
      return files.with(Map.of(Calendars.FILE, edit.write(workbook, changed, removed, added)));
    } catch (EditRefusedException refused) {
      throw Proposals.unreadable(List.of(refused.problem()));
    }
  }

  private static String tidied(String text) {
    String tidied = InvisibleCharacters.blankedInFreeText(text).strip();
    if (tidied.length() > MAX_TEXT) {
      throw ProblemType.MALFORMED_REQUEST.with(
          "A text is longer than " + MAX_TEXT + " characters.");
    }
    return tidied;
  }
}
