package io.redress.console.tables;

import io.redress.console.Languages;
import io.redress.console.Messages;
import io.redress.console.answer.TableText;
import io.redress.rules.source.Cell;
import io.redress.rules.table.SheetColumn;
import io.redress.rules.table.TableSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Titles, labels and cells of all tables of a rule set that contain a text: as the sheet has them,
 * or in the words of any language of the console.
 */
record TableSearch(List<Hit> hits, boolean more) {
  private static final int MAX_HITS = 200;

  /** The row with the name of a table, which is the place of its title. */
  private static final int TITLE_ROW = 1;

  /** The row with the labels of columns. */
  private static final int LABELS_ROW = 2;

  /**
   * A cell that contains the text.
   *
   * @param title of the table
   * @param column label of the column; empty for the title of a table
   * @param place in the address of the table's page; empty for headings
   */
  public record Hit(
      String table,
      String sheet,
      String title,
      String cell,
      String column,
      String text,
      String place) {}

  /** The words of one language. */
  private record Words(Messages messages, TableText tables) {
    static Words of(Locale language) {
      Messages messages = new Messages(language);
      return new Words(messages, new TableText(messages));
    }
  }

  /**
   * @param wanted the text, ignoring case; a blank text matches nothing
   */
  static TableSearch of(List<TableSheet> grids, String wanted, Messages messages) {
    String text = wanted.strip().toLowerCase(Locale.ROOT);
    if (text.isEmpty()) {
      return new TableSearch(List.of(), false);
    }
    List<Words> languages = Languages.all().stream().map(Words::of).toList();
    TableText reader = new TableText(messages);
    List<Hit> hits =
        grids.stream()
            .flatMap(grid -> hits(grid, text, languages, reader))
            .limit(MAX_HITS + 1L)
            .toList();
    boolean more = hits.size() > MAX_HITS;
    return new TableSearch(more ? hits.subList(0, MAX_HITS) : hits, more);
  }

  private static Stream<Hit> hits(
      TableSheet grid, String text, List<Words> languages, TableText reader) {
    Stream<Hit> title =
        Stream.of(grid)
            .filter(
                one ->
                    contains(one.table().sheet(), text)
                        || languages.stream()
                            .anyMatch(words -> contains(words.tables.title(one), text)))
            .map(one -> hit(one, reader, Cell.address(1, TITLE_ROW), "", reader.title(one), ""));
    Stream<Hit> labels =
        grid.columns().stream()
            .filter(
                column ->
                    contains(column.label(), text)
                        || languages.stream()
                            .anyMatch(words -> contains(words.tables.label(grid, column), text)))
            .map(
                column -> {
                  String label = reader.label(grid, column);
                  return hit(grid, reader, column.address(LABELS_ROW), label, label, "");
                });
    return Stream.of(title, labels, cells(grid, text, languages, reader)).flatMap(found -> found);
  }

  private static Stream<Hit> cells(
      TableSheet grid, String text, List<Words> languages, TableText reader) {
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < grid.rows().size(); i++) {
      for (int j = 0; j < grid.columns().size(); j++) {
        String cell = grid.rows().get(i).get(j);
        if (!cell.isEmpty() && inCell(cell, text, languages)) {
          SheetColumn column = grid.columns().get(j);
          String address = column.address(TableSheet.FIRST_ROW + i);
          hits.add(
              hit(grid, reader, address, reader.label(grid, column), cell, "#cell-" + address));
        }
      }
    }
    return hits.stream();
  }

  /** Whether the text is in a cell, or in the words for its codes. */
  private static boolean inCell(String cell, String text, List<Words> languages) {
    return contains(cell, text)
        || languages.stream().anyMatch(words -> contains(words.messages.words(cell), text));
  }

  private static boolean contains(String where, String text) {
    return where.toLowerCase(Locale.ROOT).contains(text);
  }

  private static Hit hit(
      TableSheet grid, TableText reader, String cell, String column, String text, String place) {
    return new Hit(
        grid.table().name(), grid.table().sheet(), reader.title(grid), cell, column, text, place);
  }
}
