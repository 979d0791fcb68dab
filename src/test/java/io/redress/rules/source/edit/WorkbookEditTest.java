package io.redress.rules.source.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.rules.source.Cell;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.Sheet;
import io.redress.rules.source.SheetMarker;
import io.redress.rules.source.WorkbookReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Edits the shipped workbooks at random, and reads the result back. */
class WorkbookEditTest {
  private static final int FIRST = 4;

  static Stream<Path> workbooks() throws IOException {
    return Files.list(Path.of("rules"))
        .filter(file -> file.toString().endsWith(".xlsx"))
        .filter(file -> !file.toString().endsWith(".drl.xlsx"))
        .filter(file -> !file.endsWith("calendar.xlsx"))
        .sorted();
  }

  @ParameterizedTest
  @MethodSource("workbooks")
  void unchangedRowsGiveTheSameFile(Path file) throws IOException {
    byte[] workbook = Files.readAllBytes(file);
    for (Sheet table : tables(workbook)) {
      assertThat(edited(workbook, table, kept(table))).isSameAs(workbook);
    }
  }

  @ParameterizedTest
  @MethodSource("workbooks")
  void addingAndRemovingARowRestoresTheFile(Path file) throws IOException {
    byte[] workbook = Files.readAllBytes(file);
    byte[] again = workbook;
    for (Sheet table : tables(workbook)) {
      List<EditedRow> more = new ArrayList<>(kept(table));
      more.add(1, new EditedRow(EditedRow.NEW, Map.of(0, new EditedCell("SOMETHING", false))));
      List<EditedRow> fewer =
          IntStream.rangeClosed(FIRST, last(table) + 1)
              .filter(number -> number != FIRST + 1)
              .mapToObj(EditedRow::kept)
              .toList();
      byte[] longer = edited(again, table, more);
      assertThat(cells(longer)).isNotEqualTo(cells(again));
      again = WorkbookEdit.of("some.xlsx", longer, table.name(), FIRST, last(table) + 1, fewer);
    }

    Map<String, List<String>> looks = looks(again);
    looks(workbook)
        .forEach(
            (sheet, expected) ->
                assertThat(looks.get(sheet)).as(sheet).containsExactlyElementsOf(expected));
    assertThat(cells(again)).isEqualTo(cells(workbook));
  }

  @ParameterizedTest
  @MethodSource("workbooks")
  void editedRowsAreReadBackAsRequested(Path file) throws IOException {
    Random random = new Random(6);
    byte[] workbook = Files.readAllBytes(file);
    Map<String, Map<String, Object>> expected = cells(workbook);
    byte[] edited = workbook;
    for (Sheet table : tables(workbook)) {
      List<EditedRow> rows = randomly(table, random);
      expected.put(table.name(), expected(table, rows));
      byte[] before = edited;
      edited = edited(before, table, rows);

      assertThat(edited(before, table, rows)).isEqualTo(edited);
    }

    assertThat(cells(edited)).isEqualTo(expected);
  }

  private static byte[] edited(byte[] workbook, Sheet table, List<EditedRow> rows) {
    return WorkbookEdit.of("some.xlsx", workbook, table.name(), FIRST, last(table), rows);
  }

  private static List<EditedRow> kept(Sheet table) {
    return IntStream.rangeClosed(FIRST, last(table)).mapToObj(EditedRow::kept).toList();
  }

  private static int last(Sheet table) {
    return table.rows().get(table.rows().size() - 1).get(0).row();
  }

  /** Returns rows kept, moved, copied, deleted, changed and added at random. */
  private static List<EditedRow> randomly(Sheet table, Random random) {
    List<EditedRow> rows = new ArrayList<>();
    for (int number = FIRST; number <= last(table); number++) {
      int times = random.nextInt(8) == 0 ? random.nextInt(3) : 1;
      for (int i = 0; i < times; i++) {
        rows.add(new EditedRow(number, random.nextInt(3) == 0 ? values(random) : Map.of()));
      }
      if (random.nextInt(8) == 0) {
        rows.add(new EditedRow(EditedRow.NEW, values(random)));
      }
    }
    for (int i = random.nextInt(4); i > 0 && rows.size() > 1; i--) {
      rows.add(random.nextInt(rows.size() - 1), rows.remove(random.nextInt(rows.size())));
    }
    rows.add(new EditedRow(EditedRow.NEW, Map.of(0, new EditedCell("LAST", false))));
    return rows;
  }

  private static Map<Integer, EditedCell> values(Random random) {
    Map<Integer, EditedCell> values = new HashMap<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      Object value =
          switch (random.nextInt(8)) {
            case 0 -> null;
            case 1 -> BigDecimal.valueOf(random.nextInt(1000), random.nextInt(3));
            case 2 -> random.nextBoolean();
            case 3 -> LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400));
            case 4 -> "=1+" + random.nextInt(10);
            case 5 -> "@home";
            default -> ">= " + random.nextInt(100);
          };
      values.put(random.nextInt(5), new EditedCell(value, false));
    }
    return values;
  }

  private static Map<String, Object> expected(Sheet table, List<EditedRow> rows) {
    Map<String, Object> cells = new TreeMap<>();
    table.rows().stream()
        .filter(row -> row.get(0).row() < FIRST)
        .flatMap(List::stream)
        .forEach(cell -> cells.put(cell.address(), cell.value()));
    for (int i = 0; i < rows.size(); i++) {
      int number = FIRST + i;
      EditedRow edited = rows.get(i);
      table.rows().stream()
          .flatMap(List::stream)
          .filter(cell -> cell.row() == edited.from())
          .forEach(cell -> cells.put(Cell.address(cell.column(), number), cell.value()));
      edited
          .cells()
          .forEach(
              (column, cell) -> {
                String address = Cell.address(column, number);
                if (cell.value() == null) {
                  cells.remove(address);
                } else {
                  cells.put(address, plain(cell.value()));
                }
              });
    }
    return cells;
  }

  private static Object plain(Object value) {
    if (value instanceof BigDecimal number) {
      BigDecimal stripped = number.stripTrailingZeros();
      return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
    return value;
  }

  private static List<Sheet> tables(byte[] workbook) {
    return sheets(workbook).stream().filter(sheet -> sheet.holds(SheetMarker.TABLE)).toList();
  }

  private static List<Sheet> sheets(byte[] workbook) {
    List<RuleProblem> problems = new ArrayList<>();
    List<Sheet> sheets = WorkbookReader.readAll("some.xlsx", workbook, problems);
    assertThat(problems).isEmpty();
    return sheets;
  }

  private static Map<String, Map<String, Object>> cells(byte[] workbook) {
    Map<String, Map<String, Object>> all = new TreeMap<>();
    for (Sheet sheet : sheets(workbook)) {
      Map<String, Object> cells = all.computeIfAbsent(sheet.name(), name -> new TreeMap<>());
      sheet.rows().stream()
          .flatMap(List::stream)
          .forEach(cell -> cells.put(cell.address(), cell.value()));
    }
    return all;
  }

  /**
   * Returns everything of the sheets except values: formats, widths, validation lists, filters,
   * panes, print settings.
   */
  private static Map<String, List<String>> looks(byte[] workbook) {
    try (var opened = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      Map<String, List<String>> looks = new TreeMap<>();
      opened.forEach(sheet -> looks.put(sheet.getSheetName(), looks((XSSFSheet) sheet)));
      looks.put(
          "names",
          opened.getAllNames().stream()
              .map(name -> name.getNameName() + name.getSheetIndex() + name.getRefersToFormula())
              .sorted()
              .toList());
      return looks;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static List<String> looks(XSSFSheet sheet) {
    List<String> looks = new ArrayList<>();
    sheet.forEach(
        row -> {
          looks.add(row.getRowNum() + " is high " + row.getHeight());
          row.forEach(
              cell -> looks.add(cell.getAddress() + " looks " + cell.getCellStyle().getIndex()));
        });
    var all = sheet.getCTWorksheet();
    Stream.of(
            all.getColsArray(0),
            all.getSheetViews(),
            all.getDataValidations(),
            all.getAutoFilter(),
            all.getPageSetup(),
            all.getHeaderFooter(),
            all.getSheetPr())
        .map(part -> ordered(String.valueOf(part)))
        .forEach(looks::add);
    return looks;
  }

  /** Attributes have no order, so that those of each element are sorted. */
  private static String ordered(String xml) {
    return Pattern.compile("( [^\\s=<>]+=\"[^\"]*\")+")
        .matcher(xml)
        .replaceAll(
            attributes ->
                Matcher.quoteReplacement(
                    Pattern.compile(" [^\\s=<>]+=\"[^\"]*\"")
                        .matcher(attributes.group())
                        .results()
                        .map(MatchResult::group)
                        .sorted()
                        .collect(Collectors.joining())));
  }
}
