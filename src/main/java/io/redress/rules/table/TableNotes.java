package io.redress.rules.table;

import io.redress.rules.source.Cell;
import io.redress.rules.source.ProblemList;
import io.redress.rules.source.Sheet;
import io.redress.rules.source.SheetMarker;
import io.redress.rules.source.WorkbookReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a sheet for people says about a table, in the row that begins with the name of its sheet:
 * the text beside it, and below cells such as {@code title.zh} and {@code purpose.zh} the title and
 * the text in other languages.
 *
 * @param purpose what the table is for, in the language of the workbook
 * @param titles by language, BCP 47
 * @param purposes by language, BCP 47
 */
public record TableNotes(
    Optional<String> purpose, Map<String, String> titles, Map<String, String> purposes) {
  private static final TableNotes NONE = new TableNotes(Optional.empty(), Map.of(), Map.of());
  private static final String TITLE = "title.";
  private static final String PURPOSE = "purpose.";

  public TableNotes {
    titles = Map.copyOf(titles);
    purposes = Map.copyOf(purposes);
  }

  /** The notes about all tables of a workbook, by the names of their sheets. */
  static Map<String, TableNotes> of(String file, byte[] workbook) {
    List<Sheet> sheets = WorkbookReader.readAll(file, workbook, new ProblemList());
    List<String> tables = new ArrayList<>();
    sheets.stream().filter(TableNotes::isTable).forEach(sheet -> tables.add(sheet.name()));
    Map<String, TableNotes> notes = new HashMap<>();
    for (Sheet sheet : sheets) {
      if (!isTable(sheet)) {
        Map<Integer, String> headings = new LinkedHashMap<>();
        for (List<Cell> row : sheet.rows()) {
          row.forEach(cell -> heading(cell, headings));
          String name = row.get(0).text();
          if (tables.contains(name) && row.size() > 1) {
            notes.putIfAbsent(name, of(row, headings));
          }
        }
      }
    }
    return notes;
  }

  /** The notes about a table; empty ones if there are none. */
  static TableNotes in(Map<String, TableNotes> notes, String sheet) {
    return notes.getOrDefault(sheet, NONE);
  }

  private static boolean isTable(Sheet sheet) {
    return sheet.holds(SheetMarker.TABLE);
  }

  private static void heading(Cell cell, Map<Integer, String> headings) {
    String text = cell.text().strip();
    if (text.startsWith(TITLE) || text.startsWith(PURPOSE)) {
      headings.put(cell.column(), text);
    }
  }

  private static TableNotes of(List<Cell> row, Map<Integer, String> headings) {
    Map<String, String> titles = new HashMap<>();
    Map<String, String> purposes = new HashMap<>();
    headings.forEach(
        (column, heading) -> {
          Cell cell = Cell.at(row, column);
          if (cell != null && heading.startsWith(TITLE)) {
            titles.put(heading.substring(TITLE.length()), cell.text());
          } else if (cell != null) {
            purposes.put(heading.substring(PURPOSE.length()), cell.text());
          }
        });
    return new TableNotes(
        Optional.of(row.get(1))
            .filter(cell -> !headings.containsKey(cell.column()))
            .map(Cell::text),
        titles,
        purposes);
  }

  /** Returns the title of a table in a language; empty if its notes give none. */
  public Optional<String> title(Locale language) {
    return Optional.ofNullable(titles.get(language.getLanguage()));
  }

  /** Returns what a table is for, in a language or else in that of the workbook. */
  public Optional<String> purpose(Locale language) {
    return Optional.ofNullable(purposes.get(language.getLanguage())).or(this::purpose);
  }
}
