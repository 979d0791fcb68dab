package io.redress.rules.source;

import static io.redress.rules.source.RawWorkbook.number;
import static io.redress.rules.source.RawWorkbook.row;
import static io.redress.rules.source.RawWorkbook.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.rules.source.ZipForms.Form;
import io.redress.rules.source.edit.EditedCell;
import io.redress.rules.source.edit.EditedRow;
import io.redress.rules.source.edit.WorkbookEdit;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks as programs other than ours write them: whatever XML and zip files allow. */
class WildWorkbooksTest {
  private static final String LOST = text("A4", "LOST");
  private static final String SHARED = "<c r='B4' t='s'><v>0</v></c>";

  private final List<RuleProblem> problems = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(strings = {"1", "true", " true ", "\n1"})
  void trueInXmlIsTrue(String written) {
    assertThat(cell("<c r='A4' t='b'><v>" + written + "</v></c>")).isEqualTo(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "false", "\tfalse"})
  void falseInXmlIsFalse(String written) {
    assertThat(cell("<c r='A4' t='b'><v>" + written + "</v></c>")).isEqualTo(false);
  }

  @ParameterizedTest
  @CsvSource({"<f aca='false'>TRUE()</f><v>1</v>, true", "<f>false()</f><v>0</v>, false"})
  void truthValuesOfLibreOfficeAreFormulas(String content, boolean value) {
    assertThat(cell("<c r='A4' t='b'>" + content + "</c>")).isEqualTo(value);
  }

  @Test
  void sharedFormulaIsTheSameInEachCell() {
    Sheet sheet =
        read(
            "<row r='4'><c r='A4' t='b'><f t='shared' ref='A4:B4' si='0'>TRUE()</f><v>1</v></c>"
                + "<c r='B4' t='b'><f t='shared' si='0'/><v>1</v></c></row>");

    assertThat(row4(sheet)).extracting(Cell::value).containsExactly(true, true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<c r='A4' s='0'/>",
        "<c r='A4' t='n'><v/></c>",
        "<c r='A4'><v> </v></c>",
        "<c r='A4' t='s'><v/></c>",
        "<c r='A4' t='b'><v></v></c>",
        "<c r='A4' t='inlineStr'><is/></c>",
        "<c r='A4' t='inlineStr'><is><t/></is></c>"
      })
  void cellWithoutAValueIsBlank(String cell) {
    Sheet sheet = read("<row r='4'>" + cell + text("B4", "REJECT") + "</row>");

    assertThat(row4(sheet)).extracting(Cell::address).containsExactly("B4");
    assertThat(problems).isEmpty();
  }

  /** What a lenient reader would take for a blank cell, zero or false. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <c r='A4' t='s'><v>99</v></c>                          | number 99, which the workbook lacks
          <c r='A4' t='s'><v>-1</v></c>                          | number -1
          <c r='A4' t='s'><v>x</v></c>                           | number x
          <c r='A4' t='b'><v>2</v></c>                           | 2 in place of true or false
          <c r='A4' t='b'><v>TRUE</v></c>                        | TRUE in place of true or false
          <c r='A4' t='d'><v>yesterday</v></c>                   | yesterday in place of a date
          <c r='A4' t='x'><v>1</v></c>                           | a value of the unknown type x
          <c r='A4'><is><t>LOST</t></is></c>                     | two values
          <c r='A4' t='inlineStr'><v>1</v><is><t>L</t></is></c>  | two values
          <c r='A4' s='99'><v>5</v></c>                          | a format that the workbook does not hold
          """)
  void valueThatMeansNothingIsRefused(String cell, String message) {
    read("<row r='4'>" + cell + "</row>");

    assertThat(problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.ERROR_CELL);
              assertThat(problem.cell()).isEqualTo("A4");
              assertThat(problem.message()).contains(message);
            });
  }

  @Test
  void paddedIndexOfATextIsRead() {
    RawWorkbook workbook =
        RawWorkbook.table("reason", "<row r='4'><c r='A4' t='s'><v>\n 0 </v></c></row>");
    workbook.shared("<t>LOST</t>");

    assertThat(row4(read(workbook.bytes()))).extracting(Cell::value).containsExactly("LOST");
  }

  @Test
  void runsAreJoinedAndReadingAidsLeftOut() {
    assertThat(
            cell(
                "<c r='A4' t='inlineStr'><is><r><t>LO</t></r><r><rPr><b/></rPr><t>ST</t></r>"
                    + "<rPh sb='0' eb='2'><t>AID</t></rPh></is></c>"))
        .isEqualTo("LOST");
  }

  @Test
  void cellsWithoutAddressesAreCounted() {
    Sheet sheet = read(RawWorkbook.table("reason", "<row><c/><c t='b'><v>1</v></c></row>").bytes());

    assertThat(sheet.rows().get(2)).extracting(Cell::address).containsExactly("B4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r='4'><c r='A5'><v>1</v></c></row>",
        "<row r='4'><c r='4A'><v>1</v></c></row>",
        "<row r='0'/>",
        "<row r='4'><wrapped><c r='A4'><v>1</v></c></wrapped></row>",
        "<wrapped><row r='4'><c r='A4'><v>1</v></c></row></wrapped>",
        "<row r='4'><c r='A4'><w><v>1</v></w></c></row>"
      })
  void xmlInWhichACellCouldBeLostIsRefused(String row) {
    WorkbookReader.read("a.xlsx", RawWorkbook.table("reason", row).bytes(), problems);

    assertThat(problems).extracting(RuleProblem::code).containsExactly(ProblemCode.NOT_A_WORKBOOK);
  }

  @ParameterizedTest
  @EnumSource
  void zipFilesOfEveryForm(Form form) {
    byte[] workbook = RawWorkbook.table("reason", row(4, LOST)).bytes(form);

    assertThat(row4(read(workbook))).extracting(Cell::value).containsExactly("LOST");
    List<RuleProblem> again = new ArrayList<>();
    assertThat(WorkbookReader.read("a.xlsx", WorkbookReader.plain(workbook), again)).hasSize(1);
    assertThat(again).isEmpty();
  }

  @Test
  void strictFormAndPrefixes() {
    RawWorkbook workbook =
        RawWorkbook.table(
                "order.orderedOn",
                "<row r='4'><c r='A4' t='d'><v>2026-03-05T00:00:00</v></c></row>")
            .strict()
            .prefixed();

    assertThat(row4(read(workbook.bytes())))
        .extracting(Cell::value)
        .containsExactly(LocalDate.of(2026, 3, 5));
  }

  @Test
  void timeOfDayInADateIsRefused() {
    read("<row r='4'><c r='A4' t='d'><v>2026-03-05T12:00:00Z</v></c></row>");

    assertThat(problems).extracting(RuleProblem::code).containsExactly(ProblemCode.TIME_OF_DAY);
  }

  @ParameterizedTest
  @CsvSource({"false, 1", "true, 1463"})
  void daysAreCountedFrom1900Or1904(boolean from1904, int later) {
    RawWorkbook workbook = new RawWorkbook();
    int date = workbook.style("[$-FC19]dd\\ mmmm\\ yyyy\\ \\\u0433\\.;@");
    workbook.data(row(4, number("A4", date, "46000")));
    Sheet sheet = read((from1904 ? workbook.countedFrom1904() : workbook).bytes());

    assertThat(sheet.rows().get(1).get(0).value())
        .isEqualTo(LocalDate.of(2025, 12, 9).plusDays(later - 1));
  }

  @Test
  void numbersAndPercentages() {
    RawWorkbook workbook = new RawWorkbook();
    int percent = workbook.style(10);
    int skipped = workbook.style("0.0_%;(0.0)_%");
    workbook.data(
        row(4, number("A4", percent, "7.0000000000000007E-2"), number("B4", skipped, "7")));

    assertThat(read(workbook.bytes()).rows().get(1))
        .extracting(Cell::value, Cell::percent)
        .containsExactly(tuple(new BigDecimal("0.07"), true), tuple(new BigDecimal(7), false));
  }

  /** As programs write them where whole columns are formatted. */
  @Test
  void aMillionFormattedRowsCostNoTime() {
    byte[] workbook = millionRows();
    WorkbookReader.read("a.xlsx", workbook, new ArrayList<>());
    long began = System.nanoTime();

    Sheet sheet = read(workbook);

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    assertThat(row4(sheet)).extracting(Cell::value).containsExactly("LOST");
    assertThat(sheet.rows()).hasSize(3);
  }

  /** As large as the limits allow; the row at the end has to be found, too. */
  private static byte[] millionRows() {
    StringBuilder rows = new StringBuilder(row(4, LOST));
    for (int row = 5; row <= 1_048_576; row++) {
      rows.append("<row r='").append(row).append("' s='8' customFormat='1' ht='15'>");
      rows.append("<c r='A").append(row).append("' s='0'/></row>");
    }
    return RawWorkbook.table("reason", rows.toString()).bytes();
  }

  @Test
  void contentBetweenBlankRowsIsFound() {
    Sheet sheet =
        read(
            "<row r='4'/><row r='5'></row><row><c><v>6</v></c></row><row r='7'><c r='A7'/></row>"
                + "<row r='8' s='1'/><row><c t='b'><v>1</v></c></row><!-- <row r='9'/> -->"
                + "<row r='10'><c r='A10' t='str'><v><![CDATA[<row r='4'/>]]></v></c></row>");

    assertThat(sheet.rows().subList(2, sheet.rows().size()))
        .flatExtracting(row -> row)
        .extracting(Cell::address, Cell::text)
        .containsExactly(tuple("A6", "6"), tuple("A9", "true"), tuple("A10", "<row r='4'/>"));
  }

  @Test
  void bombInAWorksheetIsRefused() {
    byte[] bomb = RawWorkbook.table("reason", " ".repeat(64 << 20)).bytes();
    WorkbookReader.read("a.xlsx", bomb, problems);

    assertThat(bomb).hasSizeLessThan(100 << 10);
    assertThat(problems).extracting(RuleProblem::code).containsExactly(ProblemCode.TOO_LARGE);
  }

  @Test
  void brokenChecksumIsRefused() {
    byte[] workbook = RawWorkbook.table("reason", row(4, LOST)).bytes(Form.STORED);
    String text = new String(workbook, StandardCharsets.ISO_8859_1);
    byte[] changed = text.replace("LOST", "LOSE").getBytes(StandardCharsets.ISO_8859_1);
    WorkbookReader.read("a.xlsx", changed, problems);

    assertThat(problems).extracting(RuleProblem::code).containsExactly(ProblemCode.NOT_A_WORKBOOK);
  }

  @Test
  void declaredDocumentTypeIsRefused() {
    byte[] workbook = RawWorkbook.table("reason", row(4, LOST)).bytes();
    Map<String, byte[]> parts = WorkbookReader.parts(workbook);
    parts.put(
        "xl/worksheets/sheet1.xml",
        "<!DOCTYPE a [<!ENTITY b 'c'>]><worksheet/>".getBytes(StandardCharsets.UTF_8));
    byte[] declared = ZipForms.write(Form.PLAIN, parts);
    WorkbookReader.read("a.xlsx", declared, problems);

    assertThat(problems).extracting(RuleProblem::code).containsExactly(ProblemCode.DOCTYPE);
  }

  /** Row 2, remarks and notes are for people. */
  @Test
  void textForPeopleIsFree() {
    String remark =
        "5\u00A0% off\u3000_x000D_\nline 2 \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 \u200F\u05D0";
    RawWorkbook workbook =
        new RawWorkbook()
            .data(
                text("B1", "wild") + text("C1", "Hit policy") + text("D1", "FIRST"),
                row(
                        2,
                        text("A2", "the\u00A0reason"),
                        "<c r='B2' t='str'><f>\"a\"&amp;\"b\"</f><v>ab</v></c>")
                    + row(3, text("A3", "reason"), text("B3", "\u00A0# remarks\u00A0"))
                    + row(4, LOST, text("B4", remark))
                    + row(5, text("A5", "LOST"), "<c r='B5'><f>1+1</f><v>2</v></c>")
                    + row(6, text("A6", "LOST"), "<c r='B6' t='e'><v>#N/A</v></c>"),
                "<mergeCells><mergeCell ref='A2:B2'/><mergeCell ref='B5:B6'/></mergeCells>")
            .rows(
                "Notes",
                row(1, text("A1", "\u200Bnotes"), "<c r='B1'><f>NOW()</f><v>1</v></c>"),
                "<mergeCells><mergeCell ref='A1:B9'/></mergeCells>");
    Sheet sheet = read(workbook.bytes());

    assertThat(problems).isEmpty();
    assertThat(sheet.warnings()).isEmpty();
    assertThat(sheet.rows().stream().flatMap(List::stream).filter(cell -> cell.column() == 1))
        .extracting(Cell::text)
        .containsExactly(
            "wild",
            "ab",
            "# remarks",
            "5\u00A0% off\u3000\nline 2 \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 \u05D0",
            "2",
            "#N/A");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A4:B4", "A2:A3", "A4:A5", "B3:C4"})
  void mergedConditionsAreRefused(String cells) {
    RawWorkbook workbook =
        new RawWorkbook()
            .data(
                "",
                row(3, text("A3", "reason"), text("B3", "#")),
                "<mergeCells><mergeCell ref='" + cells + "'/></mergeCells>");
    WorkbookReader.read("a.xlsx", workbook.bytes(), problems);

    assertThat(problems).extracting(RuleProblem::code).containsExactly(ProblemCode.MERGED_CELLS);
  }

  @Test
  void struckRowsAreAWarningAtTheirFirstStruckCell() {
    RawWorkbook workbook = new RawWorkbook();
    int struck = workbook.font("<font><strike/><sz val='10'/></font>");
    int plain = workbook.font("<font><strike val='0'/></font>");
    String inRuns = "<is><r><rPr><strike/></rPr><t>LOST</t></r></is>";
    workbook.data(
        row(3, text("A3", "reason"), text("C3", "# why"))
            + row(4, LOST, number("B4", struck, "5"), "<c r='C4' s='" + struck + "'/>")
            + row(5, "<c r='A5' t='inlineStr'>" + inRuns + "</c>", number("B5", struck, "5"))
            + row(
                6,
                number("A6", plain, "5"),
                "<c r='B6' s='" + struck + "'/>",
                number("C6", struck, "5")));

    assertThat(read(workbook.bytes()).warnings())
        .extracting(CellWarning::cell, CellWarning::row, CellWarning::code)
        .containsExactly(
            tuple("B4", 4, CellWarning.Code.STRUCK_OUT),
            tuple("A5", 5, CellWarning.Code.STRUCK_OUT));
    assertThat(problems).isEmpty();
  }

  @Test
  void formatsThatMisleadAreAWarningAtTheCell() {
    RawWorkbook workbook = new RawWorkbook();
    int above = workbook.style("\"> \"0");
    int yearless = workbook.style(16);
    int hidden = workbook.style(";;;");
    int before = workbook.style("\"< \"yyyy-mm-dd");
    workbook.data(
        row(
            4,
            number("A4", above, "5"),
            number("B4", yearless, "46000"),
            "<c r='C4' s='" + hidden + "' t='str'><v>LOST</v></c>",
            "<c r='D4' s='" + hidden + "' t='b'><v>1</v></c>",
            number("E4", before, "46000"),
            "<c r='F4' s='" + before + "' t='d'><v>2025-12-09</v></c>",
            "<c r='G4' s='99' t='str'><v>LOST</v></c>"));

    String alone = " Choose a format that shows the %s and no more.";
    assertThat(read(workbook.bytes()).warnings())
        .extracting(CellWarning::cell, CellWarning::message)
        .containsExactly(
            tuple(
                "A4",
                "the format of the cell shows \"> 5\", but 5 is read." + alone.formatted("number")),
            tuple(
                "B4",
                "the format of the cell hides the year of 2025-12-09. Choose one that shows the"
                    + " whole date, such as yyyy-mm-dd."),
            tuple(
                "C4",
                "the format of the cell shows nothing, but LOST is read."
                    + alone.formatted("content")),
            tuple(
                "D4",
                "the format of the cell shows nothing, but true is read."
                    + alone.formatted("content")),
            tuple(
                "E4",
                "the format of the cell shows \"< 2025-12-09\", but 2025-12-09 is read."
                    + alone.formatted("date")),
            tuple(
                "F4",
                "the format of the cell shows \"< 2025-12-09\", but 2025-12-09 is read."
                    + alone.formatted("date")));
  }

  /** Some programs name parts that they do not write, since nothing refers to them. */
  @ParameterizedTest
  @ValueSource(strings = {"xl/styles.xml", "xl/sharedStrings.xml"})
  void partThatIsMissingIsOnlyAProblemWhereACellNeedsIt(String missing) {
    String needs = missing.contains("styles") ? "<c r='B4' s='1'><v>5</v></c>" : SHARED;
    for (String cells : List.of(LOST, LOST + needs)) {
      Map<String, byte[]> parts =
          WorkbookReader.parts(RawWorkbook.table("reason|-> resolution", row(4, cells)).bytes());
      parts.remove(missing);
      problems.clear();

      assertThat(row4(read(ZipForms.write(Form.PLAIN, parts))))
          .extracting(Cell::value)
          .containsExactly("LOST");
      assertThat(problems)
          .extracting(RuleProblem::cell)
          .containsExactlyElementsOf(cells.equals(LOST) ? List.of() : List.of("B4"));
    }
  }

  /** Names of parts as programs write them in the zip file, and in what refers to them. */
  @ParameterizedTest
  @CsvSource({
    "/xl/worksheets/sheet1.xml, worksheets/sheet1.xml",
    "xl\\worksheets\\sheet1.xml, worksheets\\sheet1.xml",
    "XL/Worksheets/Sheet1.XML, /xl/worksheets/sheet1.xml",
    "xl/worksheets/sheet 1.xml, worksheets/sheet%201.xml",
    "xl/worksheets/sheet%201.xml, worksheets/sheet%201.xml",
    "xl/worksheets/100%.xml, ../xl/./worksheets/100%.xml"
  })
  void partsAreFoundByTheirNames(String entry, String target) {
    byte[] written = RawWorkbook.table("reason|-> resolution", row(4, LOST)).bytes();
    Map<String, byte[]> parts = WorkbookReader.parts(written);
    parts.put(entry, parts.remove("xl/worksheets/sheet1.xml"));
    String rels = "xl/_rels/workbook.xml.rels";
    String references = new String(parts.get(rels), StandardCharsets.UTF_8);
    parts.put(
        rels, references.replace("worksheets/sheet1.xml", target).getBytes(StandardCharsets.UTF_8));
    byte[] workbook = ZipForms.write(Form.PLAIN, parts);

    assertThat(row4(read(workbook))).extracting(Cell::value).containsExactly("LOST");
    byte[] edited =
        WorkbookEdit.of(
            "a.xlsx",
            workbook,
            "Table",
            4,
            4,
            List.of(new EditedRow(4, Map.of(0, new EditedCell("REJECT", false)))));
    assertThat(row4(read(edited))).extracting(Cell::value).containsExactly("REJECT");
    assertThat(problems).isEmpty();
  }

  private Object cell(String xml) {
    List<Cell> row = row4(read("<row r='4'>" + xml + "</row>"));
    assertThat(problems).isEmpty();
    assertThat(row).hasSize(1);
    return row.get(0).value();
  }

  private static List<Cell> row4(Sheet sheet) {
    return sheet.rows().stream().filter(row -> row.get(0).row() == 4).findFirst().orElse(List.of());
  }

  private Sheet read(String rows) {
    return read(RawWorkbook.table("reason|-> resolution", rows).bytes());
  }

  private Sheet read(byte[] workbook) {
    List<Sheet> sheets = WorkbookReader.read("a.xlsx", workbook, problems);
    assertThat(sheets).as("%s", problems).hasSize(1);
    return sheets.get(0);
  }
}
