package io.redress.rules.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.rules.source.WorkbookFixture.Formula;
import io.redress.rules.source.WorkbookFixture.Percent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookReaderTest {
  private final List<RuleProblem> problems = new ArrayList<>();

  @Test
  void cellsAreReadAsTyped() {
    var day = LocalDate.of(2015, 2, 15);
    var sheet =
        only(new WorkbookFixture().sheet("S").row("Table", " x ", true, day, new Percent(0.05)));

    assertThat(sheet.name()).isEqualTo("S");
    assertThat(sheet.rows().get(0))
        .extracting(Cell::address, Cell::value, Cell::percent)
        .containsExactly(
            tuple("A1", "Table", false),
            tuple("B1", "x", false),
            tuple("C1", true, false),
            tuple("D1", day, false),
            tuple("E1", new BigDecimal("0.05"), true));
    assertThat(problems).isEmpty();
  }

  /** On the right, the stored form when the number on the left is typed. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.1 0.1",
        "0.07 7.0000000000000007E-2",
        "0.3 0.30000000000000004",
        "-5 -5",
        "2000 2E3"
      })
  void numbersAreExact(String typedAndRaw) {
    String[] numbers = typedAndRaw.split(" ");
    var sheet = only(data().row(new BigDecimal(numbers[1])));

    assertThat(sheet.rows().get(2).get(0).text()).isEqualTo(numbers[0]);
  }

  @Test
  void blankRowsAndCellsAreSkippedAndAddressesKept() {
    var sheet = only(data().row().row(null, "  ", "x"));

    assertThat(sheet.rows()).hasSize(3);
    assertThat(sheet.rows().get(2)).extracting(Cell::address).containsExactly("C5");
  }

  @Test
  void notesAreNotChecked() {
    var notes =
        new WorkbookFixture()
            .sheet("Notes")
            .row("Read me", new Formula("1+1"), FormulaError.NA)
            .row("no\u00A0break")
            .with(sheet -> sheet.addMergedRegion(CellRangeAddress.valueOf("A1:B2")))
            .with(sheet -> sheet.setColumnHidden(0, true))
            .with(sheet -> sheet.getRow(0).setZeroHeight(true))
            .sheet("Empty");

    assertThat(read(notes)).isEmpty();
    assertThat(problems).isEmpty();
  }

  @Test
  void everyProblemIsReportedAtItsCell() {
    read(
        data()
            .row(new Formula("A1"), FormulaError.DIV0)
            .row("hidden row", "hidden column")
            .with(sheet -> sheet.getRow(4).setZeroHeight(true))
            .with(sheet -> sheet.setColumnHidden(1, true))
            .with(sheet -> sheet.addMergedRegion(CellRangeAddress.valueOf("A7:B8"))));

    assertThat(problems)
        .extracting(RuleProblem::sheet, RuleProblem::cell, RuleProblem::code, RuleProblem::value)
        .containsExactlyInAnyOrder(
            tuple("Data", "A4", ProblemCode.FORMULA, "=A1"),
            tuple("Data", "B4", ProblemCode.ERROR_CELL, "#DIV/0!"),
            tuple("Data", "A5", ProblemCode.HIDDEN_ROW, null),
            tuple("Data", "B1", ProblemCode.HIDDEN_COLUMN, null),
            tuple("Data", "A7:B8", ProblemCode.MERGED_CELLS, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"HIDDEN", "VERY_HIDDEN"})
  void hiddenDataIsRejected(SheetVisibility visibility) {
    read(
        data()
            .with(
                sheet -> {
                  sheet.getWorkbook().createSheet("Shown");
                  sheet.getWorkbook().setSheetVisibility(0, visibility);
                }));

    assertThat(problems).extracting(RuleProblem::code).containsExactly(ProblemCode.HIDDEN_SHEET);
  }

  @Test
  void timeOfDayIsRejected() {
    read(data().row(LocalDate.of(2015, 2, 15)).with(raw("A4", "42050.5")));

    assertThat(problems)
        .extracting(RuleProblem::cell, RuleProblem::code)
        .containsExactly(tuple("A4", ProblemCode.TIME_OF_DAY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E999999999", "NaN", "INF", "0x10", "1 2"})
  void invalidNumberIsRejected(String number) {
    read(data().row(1).with(raw("A4", number)));

    assertThat(problems)
        .extracting(RuleProblem::cell, RuleProblem::code)
        .containsExactly(tuple("A4", ProblemCode.ERROR_CELL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00A0", "\u200B", "\u200D", "\u202E", "\u2066", "\uFEFF", "\t", "\u3000", "\u3164"
      })
  void invisibleCharactersAreRejected(String invisible) {
    read(data().row("LOST" + invisible));

    assertThat(problems)
        .extracting(RuleProblem::cell, RuleProblem::code)
        .containsExactly(tuple("A4", ProblemCode.INVISIBLE_CHARACTER));
    assertThat(problems.get(0).message())
        .contains(String.format("U+%04X", invisible.codePointAt(0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "TABLE", "T\u0430ble", "Table:", "Tab1e"})
  void misspeltMarkerIsReported(String mark) {
    WorkbookReader.read(
        "a.xlsx", new WorkbookFixture().sheet("S").row(mark, "x").bytes(), problems);

    assertThat(problems)
        .extracting(RuleProblem::cell, RuleProblem::code)
        .containsExactly(tuple("A1", ProblemCode.BAD_HEADER));
    assertThat(problems.get(0).suggestion()).startsWith("Write Table exactly");
  }

  @ParameterizedTest
  @CsvSource({"0, 2, C1", "1, 0, A2", "3, 1, B4", "1, 2, C2"})
  void displacedTableIsReported(int down, int right, String cell) {
    var workbook = new WorkbookFixture().sheet("S");
    for (int row = 0; row < down; row++) {
      workbook.row();
    }
    Object[] title = new Object[right + 4];
    System.arraycopy(new Object[] {"Table", "x", "Hit policy", "FIRST"}, 0, title, right, 4);
    read(workbook.row(title));

    assertThat(problems)
        .extracting(RuleProblem::cell, RuleProblem::code, RuleProblem::value)
        .containsExactly(tuple(cell, ProblemCode.BAD_HEADER, "Table"));
  }

  @Test
  void sheetWithHitPolicyIsNotNotes() {
    read(new WorkbookFixture().sheet("S").row("Draft").row("Tabel", "x", "Hit policy", "FIRST"));

    assertThat(problems)
        .singleElement()
        .hasToString(
            "remedy.xlsx, S!C2: the sheet would be ignored as notes, though data seems to begin here."
                + " Move it to A1, or change this text if these are notes. [BAD_HEADER]");
  }

  @Test
  void rowsAndColumnsOfSizeZeroAreHidden() {
    read(
        data()
            .row("no height", "no width")
            .with(sheet -> sheet.getRow(3).setHeight((short) 0))
            .with(sheet -> sheet.setColumnWidth(1, 0)));

    assertThat(problems)
        .extracting(RuleProblem::cell, RuleProblem::code)
        .containsExactly(
            tuple("A4", ProblemCode.HIDDEN_ROW), tuple("B1", ProblemCode.HIDDEN_COLUMN));
  }

  @Test
  void rowsHiddenByDefaultAreHidden() {
    read(
        data()
            .row("hidden")
            .with(sheet -> sheet.getCTWorksheet().getSheetFormatPr().setZeroHeight(true)));

    assertThat(problems)
        .extracting(RuleProblem::cell, RuleProblem::code)
        .containsExactly(
            tuple("A1", ProblemCode.HIDDEN_ROW),
            tuple("A3", ProblemCode.HIDDEN_ROW),
            tuple("A4", ProblemCode.HIDDEN_ROW));
  }

  @Test
  void invisibleCharacterInSheetNameIsRejected() {
    read(new WorkbookFixture().sheet("S\u202Exslx").row("Table"));

    assertThat(problems)
        .singleElement()
        .hasToString(
            "remedy.xlsx, S\\u202Exslx: the sheet's name holds an invisible character: U+202E."
                + " Type the name again. [INVISIBLE_CHARACTER]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Table\u00A0", "\u2003Table", "Ta\u200Bble"})
  void markerWithInvisibleCharacterIsReported(String mark) {
    assertThat(read(new WorkbookFixture().sheet("S").row(mark))).isEmpty();
    assertThat(problems)
        .extracting(RuleProblem::cell, RuleProblem::code)
        .containsExactly(tuple("A1", ProblemCode.INVISIBLE_CHARACTER));
  }

  private static WorkbookFixture data() {
    return new WorkbookFixture().sheet("Data").row("Table").row().row("reason");
  }

  private static Consumer<XSSFSheet> raw(String address, String value) {
    var cell = new org.apache.poi.ss.util.CellReference(address);
    return sheet -> sheet.getRow(cell.getRow()).getCell(cell.getCol()).getCTCell().setV(value);
  }

  @Test
  void whatIsWithoutProblemsIsReadOnceForEachFile() {
    byte[] bytes = data().row("kept").bytes();
    List<Sheet> first = WorkbookReader.read("one.xlsx", bytes, problems);

    assertThat(WorkbookReader.read("one.xlsx", bytes.clone(), problems)).isSameAs(first);
    assertThat(WorkbookReader.read("other.xlsx", bytes, problems))
        .extracting(Sheet::file)
        .containsExactly("other.xlsx");
    bytes = data().row("changed").bytes();
    assertThat(WorkbookReader.read("one.xlsx", bytes, problems)).isNotEqualTo(first);
    assertThat(problems).isEmpty();
  }

  @Test
  void problemsAreReportedEachTime() {
    byte[] bytes = data().row(new Formula("A1")).bytes();
    WorkbookReader.read("one.xlsx", bytes, problems);
    List<RuleProblem> again = new ArrayList<>();
    WorkbookReader.read("one.xlsx", bytes, again);

    assertThat(again).isNotEmpty().isEqualTo(problems);
  }

  private Sheet only(WorkbookFixture workbook) {
    List<Sheet> sheets = read(workbook);
    assertThat(sheets).hasSize(1);
    return sheets.get(0);
  }

  private List<Sheet> read(WorkbookFixture workbook) {
    return WorkbookReader.read("remedy.xlsx", workbook.bytes(), problems);
  }
}
