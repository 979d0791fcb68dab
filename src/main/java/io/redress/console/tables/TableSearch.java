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
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Titles, labels and cells of all tables of a rule set that contain a text: as the sheet has them,
 * or in the words of any language of the console. Where none contains it, rows that have each of
 * its words somewhere, in the cells or in what stands above them.
 *
 * @param inRows whether the hits are rows
 */
record TableSearch(List<Hit> hits, boolean more, boolean inRows) {
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

  /** People write 5 % where a sheet has 5%. */
  private static final Pattern SPACE_BEFORE_PERCENT = Pattern.compile("(?<=\\d)\\s+(?=%)");

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** What separates the cells of a row, and is in no word. */
  private static final String BETWEEN = " · ";

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
    String text =
        SPACE_BEFORE_PERCENT.matcher(wanted.strip().toLowerCase(Locale.ROOT)).replaceAll("");
    if (text.isEmpty()) {
      return new TableSearch(List.of(), false, false);
    }
    List<Words> languages = Languages.all().stream().map(Words::of).toList();
    TableText reader = new TableText(messages);
    List<Hit> hits =
        grids.stream()
            .flatMap(grid -> hits(grid, text, languages, reader))
            .limit(MAX_HITS + 1L)
            .toList();
    List<String> parts = BLANKS.splitAsStream(text).distinct().toList();
    return hits.isEmpty() && parts.size() > 1
        ? limited(
            grids.stream()
                .flatMap(grid -> rows(grid, parts, languages, reader))
                .limit(MAX_HITS + 1L)
                .toList(),
            true)
        : limited(hits, false);
  }

  private static TableSearch limited(List<Hit> hits, boolean inRows) {
    boolean more = hits.size() > MAX_HITS;
    return new TableSearch(more ? hits.subList(0, MAX_HITS) : hits, more, inRows);
  }

  /** Each row with all the words, at the last condition or outcome that has one of them. */
  private static Stream<Hit> rows(
      TableSheet grid, List<String> parts, List<Words> languages, TableText reader) {
    List<Hit> hits = new ArrayList<>();
    String title = said(languages, words -> words.tables.title(grid));
    List<String> labels =
        grid.columns().stream()
            .map(
                column ->
                    column.label()
                        + BETWEEN
                        + said(languages, words -> words.tables.label(grid, column)))
            .toList();
    for (int i = 0; i < grid.rows().size(); i++) {
      List<String> cells = grid.rows().get(i);
      List<String> texts = new ArrayList<>();
      for (int j = 0; j < cells.size(); j++) {
        String cell = cells.get(j);
        texts.add(
            isAny(cell)
                ? ""
                : (cell
                        + BETWEEN
                        + said(languages, words -> words.messages.words(cell))
                        + BETWEEN
                        + labels.get(j))
                    .toLowerCase(Locale.ROOT));
      }
      String whole = title.toLowerCase(Locale.ROOT) + BETWEEN + String.join(BETWEEN, texts);
      if (parts.stream().allMatch(whole::contains)) {
        hits.add(row(grid, i, place(grid, texts, parts), reader));
      }
    }
    return hits.stream();
  }

  private static int place(TableSheet grid, List<String> texts, List<String> parts) {
    return IntStream.range(0, texts.size())
        .filter(j -> grid.columns().get(j).meaning().isPresent())
        .filter(j -> parts.stream().anyMatch(texts.get(j)::contains))
        .reduce((first, second) -> second)
        .orElse(0);
  }

  private static Hit row(TableSheet grid, int row, int place, TableText reader) {
    SheetColumn column = grid.columns().get(place);
    String address = column.address(TableSheet.FIRST_ROW + row);
    String cells =
        grid.rows().get(row).stream()
            .filter(cell -> !isAny(cell))
            .collect(Collectors.joining(BETWEEN));
    return hit(grid, reader, address, reader.label(grid, column), cells, "#cell-" + address);
  }

  private static boolean isAny(String cell) {
    return cell.isBlank() || cell.equals("-");
  }

  private static String said(List<Words> languages, Function<Words, String> what) {
    return languages.stream().map(what).collect(Collectors.joining(BETWEEN));
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
