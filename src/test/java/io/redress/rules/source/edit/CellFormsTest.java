package io.redress.rules.source.edit;

import static io.redress.rules.source.WorkbookParts.found;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.rules.source.Cell;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RawWorkbook;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.Sheet;
import io.redress.rules.source.WorkbookParts;
import io.redress.rules.source.WorkbookReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells keep the form in which a program wrote them when their row moves. */
class CellFormsTest {
  private static final String HEADING =
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Table</t></is></c></row>"
          + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>resolution</t></is></c></row>";

  /** Each in a row of its own, as it is written in the file. */
  private static final List<String> CELLS =
      List.of(
          "<c r=\"A4\" t=\"b\"><v>1</v></c>",
          "<c r=\"A5\" t=\"n\"><f aca=\"false\">FALSE()</f><v>0</v></c>",
          "<c r=\"A6\" t=\"b\"><f>TRUE()</f><v>1</v></c>",
          "<c r=\"A7\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> &gt; 5 </t></is></c>",
          "<c r=\"A8\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t>LO</t></r><r><t>ST</t></r></is></c>",
          "<c r=\"A9\" s=\"2\"><v>46086</v></c>",
          "<c r=\"A10\" s=\"1\"><v>7.0000000000000007E-2</v></c>",
          "<c r=\"A11\" t=\"e\"><v>#N/A</v></c>",
          "<c r=\"A12\" t=\"str\"><f>\"a\"&amp;\"b\"</f><v>ab</v></c>",
          "<c r=\"A13\" cm=\"1\"><v>5</v></c>",
          "<c r=\"A14\" t=\"inlineStr\"><is><t>\uD83D\uDE00 &amp; _x005F_x0041_</t></is></c>");

  /** Styles of the cells above. */
  private static final int PERCENT = 1;

  private static final int DAY = 2;

  private static final int LAST = 3 + CELLS.size();

  @Test
  void movedCellsStayAsTheyAreWritten() {
    int[] backwards = new int[CELLS.size()];
    Arrays.setAll(backwards, i -> LAST - i);
    String sheet = sheet(edited(workbook(), LAST, kept(backwards)));

    for (int i = 0; i < CELLS.size(); i++) {
      int now = 4 + CELLS.size() - 1 - i;
      String moved = CELLS.get(i).replaceFirst("r=\"A\\d+\"", "r=\"A" + now + "\"");
      assertThat(sheet).contains(moved);
    }
  }

  @Test
  void librariesWithPrefixesAndWithoutNumbersAreUnderstood() {
    byte[] workbook = new RawWorkbook().rows("t", "", "").bytes();
    Map<String, String> parts = WorkbookParts.parts(workbook);
    String prefixed =
        "<x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
            + "<x:sheetData><x:row><x:c t=\"inlineStr\"><x:is><x:t>Table</x:t></x:is></x:c></x:row>"
            + "<x:row/><x:row/><x:row><x:c/><x:c><x:v>1</x:v></x:c></x:row>"
            + "<x:row><x:c/><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>";
    byte[] raw = WorkbookParts.with(parts, "xl/worksheets/sheet1.xml", prefixed);

    byte[] edited =
        WorkbookEdit.of(
            "some.xlsx",
            raw,
            "t",
            4,
            5,
            List.of(EditedRow.kept(5), new EditedRow(4, Map.of(0, new EditedCell("NEW", false)))));

    assertThat(cells(edited))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("A1", "Table", "B4", new BigDecimal(2), "A5", "NEW", "B5", new BigDecimal(1)));
    assertThat(sheet(edited)).contains("<x:row r=\"4\">").contains("<x:c r=\"B5\">");
  }

  @Test
  void writtenValuesHaveTheirTypes() {
    byte[] edited =
        edited(
            workbook(),
            LAST,
            List.of(
                new EditedRow(4, Map.of(0, new EditedCell("a & <b> \uD83D\uDE00", false))),
                new EditedRow(5, Map.of(0, new EditedCell(true, false))),
                new EditedRow(6, Map.of(0, new EditedCell(new BigDecimal("1E+2"), false))),
                new EditedRow(9, Map.of(0, new EditedCell(new BigDecimal("3"), false))),
                new EditedRow(10, Map.of(0, new EditedCell(new BigDecimal("7.25"), true))),
                new EditedRow(13, Map.of(0, new EditedCell(LocalDate.of(2026, 3, 5), false))),
                new EditedRow(14, Map.of(0, new EditedCell("_x0041_ +\nnext", false)))));

    assertThat(cells(edited))
        .containsEntry("A4", "a & <b> \uD83D\uDE00")
        .containsEntry("A5", true)
        .containsEntry("A6", new BigDecimal("100"))
        .containsEntry("A7", new BigDecimal("3"))
        .containsEntry("A8", new BigDecimal("0.0725"))
        .containsEntry("A9", LocalDate.of(2026, 3, 5))
        .containsEntry("A10", "_x0041_ +\nnext");
  }

  @Test
  void halfAPercentIsShownAsSuch() {
    byte[] edited =
        edited(
            workbook(),
            LAST,
            List.of(new EditedRow(4, Map.of(0, new EditedCell(new BigDecimal("0.5"), true)))));

    assertThat(cells(edited)).containsEntry("A4", new BigDecimal("0.005"));
    assertThat(WorkbookParts.parts(edited).get("xl/styles.xml"))
        .contains("formatCode=\"0.00####%\"");
  }

  @ParameterizedTest
  @CsvSource({"0, 7.25, false", "0%, 7.25, true", "0.0, 7.25, true", "\"> \"0, 7, false"})
  void aFormatThatWouldShowAnotherNumberIsReplaced(String code, BigDecimal typed, boolean percent) {
    RawWorkbook written = new RawWorkbook();
    int style = written.style(code);
    byte[] workbook =
        written.rows("t", HEADING + "<row r='4'><c r='A4' s='" + style + "'/></row>", "").bytes();
    List<EditedRow> rows = List.of(new EditedRow(4, Map.of(0, new EditedCell(typed, percent))));

    byte[] edited = WorkbookEdit.of("some.xlsx", workbook, "t", 4, 4, rows);

    boolean hundredth = code.contains("%");
    assertThat(cells(edited)).containsEntry("A4", hundredth ? typed.movePointLeft(2) : typed);
    assertThat(WorkbookReader.read("some.xlsx", edited, new ArrayList<>()).get(0).warnings())
        .isEmpty();
  }

  @Test
  void aCellThatWouldReadAsSomethingElseIsRefused() {
    List<RuleProblem> problems = new ArrayList<>();
    LocalDate before1900 = LocalDate.of(1850, 1, 1);

    assertThatThrownBy(
            () ->
                edited(
                    workbook(),
                    LAST,
                    List.of(new EditedRow(4, Map.of(0, new EditedCell(before1900, false))))))
        .isInstanceOfSatisfying(
            EditRefusedException.class, refused -> problems.add(refused.problem()));

    assertThat(problems).extracting(RuleProblem::code).containsExactly(ProblemCode.NOT_READ_BACK);
    assertThat(problems).extracting(RuleProblem::cell).containsExactly("A4");
    assertThat(problems.get(0).message()).endsWith("instead of 1850-01-01.");
  }

  @Test
  void rowsBelowThatThePageDoesNotShowMoveDown() {
    byte[] workbook =
        new RawWorkbook()
            .rows(
                "t",
                HEADING
                    + "<row r=\"4\"><c r=\"A4\"><v>1</v></c></row>"
                    + "<row r=\"6\"><c r=\"B6\"><f>A4*2</f><v>2</v></c></row>"
                    + "<row r=\"9\" s=\"1\" customFormat=\"1\"/>",
                "")
            .bytes();

    String sheet =
        sheet(
            WorkbookEdit.of(
                "some.xlsx", workbook, "t", 4, 4, List.of(EditedRow.kept(4), EditedRow.kept(4))));

    assertThat(found("<f>([^<]+)</f>", sheet)).containsExactly("A4*2");
    assertThat(found("<row r=\"(\\d+)\"", sheet)).containsExactly("1", "3", "4", "5", "7", "9");
  }

  @Test
  void sharedFormulasBecomeOnesOfTheirOwn() {
    byte[] workbook =
        new RawWorkbook()
            .rows(
                "t",
                HEADING
                    + "<row r=\"4\"><c r=\"A4\"><v>1</v></c><c r=\"B4\"><f t=\"shared\""
                    + " ref=\"B4:B5\" si=\"0\">A4*2</f><v>2</v></c></row>"
                    + "<row r=\"5\"><c r=\"A5\"><v>3</v></c>"
                    + "<c r=\"B5\"><f t=\"shared\" si=\"0\"/><v>6</v></c></row>",
                "")
            .rows(
                "Notes",
                "<row r=\"1\"><c r=\"A1\"><f t=\"shared\" ref=\"A1:A2\" si=\"0\">t!A4</f><v>1</v></c>"
                    + "</row><row r=\"2\"><c r=\"A2\"><f t=\"shared\" si=\"0\"/><v>3</v></c></row>",
                "")
            .bytes();

    Map<String, String> parts =
        WorkbookParts.parts(WorkbookEdit.of("some.xlsx", workbook, "t", 4, 5, kept(5, 4)));

    assertThat(found("<f>([^<]+)</f>", parts.get("xl/worksheets/sheet1.xml")))
        .containsExactly("A4*2", "A5*2");
    assertThat(found("<f>([^<]+)</f>", parts.get("xl/worksheets/sheet2.xml")))
        .containsExactly("t!A5", "t!A4");
    assertThat(parts.get("xl/workbook.xml")).contains("<calcPr fullCalcOnLoad=\"1\"/>");
  }

  @Test
  void formulasThatFillSeveralRowsAreNotTornApart() {
    byte[] workbook =
        new RawWorkbook()
            .rows(
                "t",
                HEADING
                    + "<row r=\"4\"><c r=\"B4\"><f t=\"array\" ref=\"B4:B5\">A4:A5</f><v>1</v></c>"
                    + "</row><row r=\"5\"><c r=\"B5\"><v>2</v></c></row>",
                "")
            .bytes();

    assertThatThrownBy(() -> WorkbookEdit.of("some.xlsx", workbook, "t", 4, 5, kept(5, 4)))
        .isInstanceOf(EditRefusedException.class)
        .hasMessageContaining("some.xlsx, t!B4: the formula fills the cells B4:B5");
  }

  @Test
  void booleansOfLibreOfficeStayInMovedRows() {
    byte[] workbook = WorkbookParts.resource("libreoffice-booleans.xlsx");
    for (Sheet table : WorkbookReader.read("some.xlsx", workbook, new ArrayList<>())) {
      int last = table.rows().get(table.rows().size() - 1).get(0).row();
      List<EditedRow> rows = new ArrayList<>();
      rows.add(new EditedRow(EditedRow.NEW, Map.of(0, new EditedCell("NEW", false))));
      for (int number = 4; number <= last; number++) {
        rows.add(EditedRow.kept(number));
      }
      byte[] edited = WorkbookEdit.of("some.xlsx", workbook, table.name(), 4, last, rows);

      Map<String, Object> before = cells(workbook, table.name());
      Map<String, Object> after = cells(edited, table.name());
      before.forEach(
          (address, value) -> {
            int number = Integer.parseInt(address.replaceAll("\\D", ""));
            String now = address.replaceAll("\\d", "") + (number < 4 ? number : number + 1);
            assertThat(after).as(table.name()).containsEntry(now, value);
          });
      assertThat(before.values().stream().filter(Boolean.class::isInstance).count())
          .isEqualTo(after.values().stream().filter(Boolean.class::isInstance).count());
    }
  }

  private static byte[] workbook() {
    StringBuilder rows = new StringBuilder(HEADING);
    for (int i = 0; i < CELLS.size(); i++) {
      rows.append("<row r=\"").append(4 + i).append("\">").append(CELLS.get(i)).append("</row>");
    }
    RawWorkbook workbook = new RawWorkbook();
    assertThat(workbook.style(9)).isEqualTo(PERCENT);
    assertThat(workbook.style("yyyy\\-mm\\-dd")).isEqualTo(DAY);
    return workbook.rows("t", rows.toString(), "").bytes();
  }

  private static byte[] edited(byte[] workbook, int last, List<EditedRow> rows) {
    return WorkbookEdit.of("some.xlsx", workbook, "t", 4, last, rows);
  }

  private static List<EditedRow> kept(int... rows) {
    return Arrays.stream(rows).mapToObj(EditedRow::kept).toList();
  }

  private static String sheet(byte[] workbook) {
    return WorkbookParts.parts(workbook).get("xl/worksheets/sheet1.xml");
  }

  private static Map<String, Object> cells(byte[] workbook) {
    return cells(workbook, "t");
  }

  private static Map<String, Object> cells(byte[] workbook, String name) {
    Map<String, Object> cells = new TreeMap<>();
    WorkbookReader.readAll("some.xlsx", workbook, new ArrayList<>()).stream()
        .filter(sheet -> sheet.name().equals(name))
        .flatMap(sheet -> sheet.rows().stream())
        .flatMap(List::stream)
        .forEach((Cell cell) -> cells.put(cell.address(), cell.value()));
    return cells;
  }
}
