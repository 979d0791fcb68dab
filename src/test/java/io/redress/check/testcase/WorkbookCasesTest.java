package io.redress.check.testcase;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.check.expectation.Decisions;
import io.redress.rules.source.Cell;
import io.redress.rules.source.CellWarning;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.Sheet;
import io.redress.rules.source.WorkbookFixture;
import io.redress.rules.table.Terms;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkbookCasesTest {
  private static final List<Object> NAMES =
      List.of(
          "id",
          "title",
          "source",
          "asOf",
          "disputeType",
          "reason",
          "order.quantity",
          "order.unitPrice",
          "order.currency",
          "evidence.types",
          "replacementAvailable",
          "# note",
          "-> resolution.anyOf",
          "-> refund.amount",
          "-> evidence.types",
          "-> actions.contains",
          "-> dates.shipBefore",
          "-> nextOrderDiscountPercent");

  private static @Nullable Object[] row() {
    return new Object[] {
      "sheet-1",
      "Seven of twenty",
      "article",
      LocalDate.of(2015, 2, 15),
      "NOT_AS_DESCRIBED",
      "DEFECTIVE",
      new BigDecimal("20"),
      new BigDecimal("4.5"),
      "USD",
      "PHOTO, VIDEO",
      true,
      "a remark",
      "PARTIAL_REFUND, FULL_REFUND",
      new BigDecimal("28"),
      "PHOTO, VIDEO",
      "CARRIER_CLAIM",
      LocalDate.of(2015, 3, 5),
      new BigDecimal("5"),
    };
  }

  private final List<RuleProblem> problems = new ArrayList<>();

  @Test
  void cellsBecomeTheSameFactsAsYaml() {
    var written = WorkbookCases.read(sheet(NAMES, row()), Terms.BUILT_IN, problems);

    assertThat(problems).isEmpty();
    assertThat(written).hasSize(1);
    assertThat(written.get(0).tree().get("facts").toString())
        .isEqualTo(
            """
            {"asOf":"2015-02-15","disputeType":"NOT_AS_DESCRIBED","reason":"DEFECTIVE",\
            "order":{"quantity":20,"unitPrice":"4.5","currency":"USD"},\
            "evidence":{"types":["PHOTO","VIDEO"]},"replacementAvailable":true}\
            """);
  }

  @Test
  void rowIsReadAsCase() throws IOException {
    TestCases cases = TestCases.read(Map.of("cases.xlsx", workbook(NAMES, row())), problems);

    assertThat(problems).isEmpty();
    assertThat(cases.run(Decisions::refunding).passed()).isOne();
  }

  /** As in conditions; what could be a text of its own is left as it is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "9  | PHOTO\u3001VIDEO",
        "12 | PARTIAL_REFUND\uFF0C FULL_REFUND",
        "13 | \u2265 28",
        "13 | \uFF1E\uFF1D\uFF12\uFF18",
        "13 | \uFF3B20..30\uFF09",
        "13 | (27\u202628]",
        "14 | PHOTO\uFF0CVIDEO",
        "16 | \u2264 2015\u201003\u201005",
        "17 | \uFF1C 6",
      })
  void signsOfOtherKeyboardsAreRead(int column, String typed) throws IOException {
    @Nullable Object[] row = row();
    row[column] = typed;
    List<Object> names = new ArrayList<>(NAMES);
    names.replaceAll(name -> name.toString().replace("->", "\u2192"));
    TestCases cases = TestCases.read(Map.of("cases.xlsx", workbook(names, row)), problems);

    assertThat(problems).isEmpty();
    assertThat(cases.run(Decisions::refunding).failures()).isEmpty();
  }

  @Test
  void rangesInSignsOfOtherKeyboardsCanFail() throws IOException {
    @Nullable Object[] row = row();
    row[13] = "\u2265 29";
    TestCases cases = TestCases.read(Map.of("cases.xlsx", workbook(NAMES, row)), problems);

    assertThat(cases.run(Decisions::refunding).failures())
        .singleElement()
        .hasToString("sheet-1: refund.amount: expected >= 29, was 28.00");
  }

  @Test
  void struckOutRowsAreWarnings() throws IOException {
    byte[] workbook = struck(workbook(NAMES, row()));

    TestCases cases = TestCases.read(Map.of("test-cases/cases.xlsx", workbook), problems);

    assertThat(problems).isEmpty();
    assertThat(cases.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo(CellWarning.Code.STRUCK_OUT);
              assertThat(warning.file()).isEqualTo("test-cases/cases.xlsx");
              assertThat(warning.cell()).isEqualTo("A4");
            });
  }

  private static byte[] struck(byte[] workbook) throws IOException {
    try (var opened = new XSSFWorkbook(new ByteArrayInputStream(workbook));
        var bytes = new ByteArrayOutputStream()) {
      var font = opened.createFont();
      font.setStrikeout(true);
      var style = opened.createCellStyle();
      style.setFont(font);
      opened.getSheetAt(0).getRow(3).getCell(0).setCellStyle(style);
      opened.write(bytes);
      return bytes.toByteArray();
    }
  }

  @Test
  void failureHasTheCellOfItsCase() throws IOException {
    @Nullable Object[] row = row();
    row[13] = "[30..40]";
    TestCases cases = TestCases.read(Map.of("cases.xlsx", workbook(NAMES, row)), problems);

    assertThat(cases.run(Decisions::refunding).failures())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure)
                  .hasToString("sheet-1: refund.amount: expected [30..40], was 28.00");
              assertThat(failure.place()).hasToString("cases.xlsx, Cases!A4");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "5, NOT_A_REASON, FACTS_REFUSED, F4",
    "6, many, FACTS_REFUSED, G4",
    "7, 4.555, FACTS_REFUSED, H4",
    "12, PARTIAL, VALUE_NOT_ALLOWED, M4",
    "13, [a..7], WRONG_TYPE, N4",
    "0, sheet 1, BAD_ID, A4",
  })
  void aFaultHasItsCell(int column, String value, ProblemCode code, String cell)
      throws IOException {
    @Nullable Object[] row = row();
    row[column] = value;
    TestCases.read(Map.of("cases.xlsx", workbook(NAMES, row)), problems);

    assertThat(problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.cell()).isEqualTo(cell);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "source, titel, FACTS_REFUSED, C4",
    "-> nextOrderDiscountPercent, -> nextDiscount, UNKNOWN_NAME, R4",
    "source, title, DUPLICATE_COLUMN, C3",
  })
  void aNameThatIsNoneHasItsCell(String name, String instead, ProblemCode code, String cell)
      throws IOException {
    List<Object> names = new ArrayList<>(NAMES);
    names.replaceAll(one -> one.equals(name) ? instead : one);
    TestCases.read(Map.of("cases.xlsx", workbook(names, row())), problems);

    assertThat(problems)
        .anySatisfy(
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.cell()).isEqualTo(cell);
            });
  }

  @Test
  void cellInUnnamedColumnIsAProblem() {
    WorkbookCases.read(sheet(NAMES.subList(0, 17), row()), Terms.BUILT_IN, problems);

    assertThat(problems)
        .singleElement()
        .hasToString(
            "cases.xlsx, Cases!R4: the column has no name in row 3. Name it, or write # there for a"
                + " remark. [UNNAMED_COLUMN]");
  }

  @Test
  void workbookWithoutCasesIsAProblem() {
    TestCases.read(
        Map.of(
            "notes.xlsx", new WorkbookFixture().sheet("Notes").row("Test", "cases").bytes(),
            "table.xlsx", new WorkbookFixture().sheet("S").row("Table", "remedy").bytes(),
            "typo.xlsx", new WorkbookFixture().sheet("S").row("Test case").bytes()),
        problems);

    assertThat(problems)
        .extracting(RuleProblem::toString)
        .containsExactly(
            "notes.xlsx: no sheet of the workbook holds test cases. Write Test cases in A1 of one."
                + " [SHEET_MISSING]",
            "table.xlsx, S!A1: a sheet of this kind is not read in table.xlsx. Move it to a"
                + " workbook of the rules other than calendar.xlsx and facts.xlsx. [SHEET_MISPLACED]",
            "typo.xlsx, S!A1: the sheet would be ignored as notes. Write Test cases exactly, or"
                + " another title if these are notes. [BAD_HEADER]");
  }

  private static Sheet sheet(List<Object> names, @Nullable Object[] row) {
    return new Sheet(
        "cases.xlsx",
        "Cases",
        List.of(cells(1, "Test cases"), cells(3, names.toArray()), cells(4, row)),
        Set.of());
  }

  private static List<Cell> cells(int row, @Nullable Object... values) {
    List<Cell> cells = new ArrayList<>();
    for (int column = 0; column < values.length; column++) {
      Object value = values[column];
      if (value != null) {
        cells.add(new Cell(Cell.address(column, row), row, column, value, false));
      }
    }
    return cells;
  }

  private static byte[] workbook(List<Object> names, @Nullable Object[] row) throws IOException {
    try (var workbook = new XSSFWorkbook();
        var bytes = new ByteArrayOutputStream()) {
      var sheet = workbook.createSheet("Cases");
      var day = workbook.createCellStyle();
      day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
      for (Cell cell : sheet(names, row).rows().stream().flatMap(List::stream).toList()) {
        int at = cell.row() - 1;
        var target =
            (sheet.getRow(at) == null ? sheet.createRow(at) : sheet.getRow(at))
                .createCell(cell.column());
        if (cell.value() instanceof LocalDate date) {
          target.setCellValue(date);
          target.setCellStyle(day);
        } else if (cell.value() instanceof BigDecimal number) {
          target.setCellValue(number.doubleValue());
        } else if (cell.value() instanceof Boolean yes) {
          target.setCellValue(yes);
        } else {
          target.setCellValue(cell.text());
        }
      }
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }
}
