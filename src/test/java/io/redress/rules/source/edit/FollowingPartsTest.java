package io.redress.rules.source.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.rules.source.WorkbookFixture;
import io.redress.rules.source.WorkbookFixture.Percent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Notes, links, formats and validation lists follow the cells that move. */
class FollowingPartsTest {
  private static final String SHEET = "goodwill";

  @Test
  void validationListsGrowAndSplitWithRows() {
    byte[] workbook = table(sheet -> list(sheet, 3, 5, 0), sheet -> list(sheet, 4, 4, 1));

    XSSFSheet longer = edited(workbook, 4, 5, 6, 0, 0);
    XSSFSheet parted = edited(workbook, 5, 4, 5, 6);
    XSSFSheet without = edited(workbook, 4, 6);

    assertThat(lists(longer)).containsExactly("A4:A8", "B5");
    assertThat(lists(parted)).containsExactly("A4:A7", "B4 B6");
    assertThat(lists(without)).containsExactly("A4:A5");
  }

  @Test
  void longerValidationListsStayUntilTheRowsExceedThem() {
    byte[] workbook = table(sheet -> list(sheet, 3, 6, 0));

    assertThat(lists(edited(workbook, 4, 5))).containsExactly("A4:A7");
    assertThat(lists(edited(workbook, 4, 5, 6, 0, 0, 0))).containsExactly("A4:A9");
  }

  @Test
  void conditionalFormatsAndTheirFormulasFollowTheirRows() {
    byte[] workbook =
        table(
            sheet -> {
              var formats = sheet.getSheetConditionalFormatting();
              var rule = formats.createConditionalFormattingRule("AND($B5>1,$B$1=\"x\")");
              rule.createFontFormatting().setFontStyle(true, true);
              formats.addConditionalFormatting(
                  new CellRangeAddress[] {CellRangeAddress.valueOf("A5:B5")}, rule);
            });

    XSSFSheet moved = edited(workbook, 4, 6, 5);

    var format = moved.getSheetConditionalFormatting().getConditionalFormattingAt(0);
    assertThat(format.getFormattingRanges()).containsExactly(CellRangeAddress.valueOf("A6:B6"));
    assertThat(format.getRule(0).getFormula1()).isEqualTo("AND($B6>1,$B$1=\"x\")");
  }

  @Test
  void notesAndLinksFollowTheirRows() {
    byte[] workbook =
        table(
            sheet -> {
              var helper = sheet.getWorkbook().getCreationHelper();
              var note =
                  sheet.createDrawingPatriarch().createCellComment(helper.createClientAnchor());
              note.setAddress(4, 1);
              note.setAuthor("Li");
              note.setString("agreed in May");
              var link = helper.createHyperlink(HyperlinkType.URL);
              link.setAddress("https://shop.example/");
              sheet.getRow(4).getCell(0).setHyperlink(link);
            });

    XSSFSheet moved = edited(workbook, 4, 6, 5, 5);

    assertThat(moved.getCellComments())
        .containsOnlyKeys(new CellAddress("B6"), new CellAddress("B7"));
    assertThat(moved.getCellComment(new CellAddress("B6")).getString())
        .hasToString("agreed in May");
    assertThat(moved.getCellComment(new CellAddress("B6")).getAuthor()).isEqualTo("Li");
    assertThat(moved.getHyperlink(new CellAddress("A6")).getAddress())
        .isEqualTo("https://shop.example/");
    assertThat(edited(workbook, 4, 6).getCellComments()).isEmpty();
  }

  @Test
  void newRowsHaveTheStyleOfTheirNeighbours() {
    byte[] workbook =
        table(
            sheet -> {
              var style = sheet.getWorkbook().createCellStyle();
              style.setFillForegroundColor(IndexedColors.ROSE.getIndex());
              sheet.getRow(5).getCell(0).setCellStyle(style);
              sheet.getRow(5).setHeightInPoints(33);
            });

    XSSFSheet longer = edited(workbook, 4, 5, 6, 0);

    assertThat(longer.getRow(6).getHeightInPoints()).isEqualTo(33);
    assertThat(longer.getRow(6).getCell(0).getCellStyle())
        .isEqualTo(longer.getRow(5).getCell(0).getCellStyle());
    assertThat(longer.getRow(6).getCell(0).getCellType()).isEqualTo(CellType.BLANK);
  }

  @Test
  void filtersAndPrintAreasGrowWithTheRows() {
    byte[] workbook =
        table(
            sheet -> {
              sheet.setAutoFilter(CellRangeAddress.valueOf("A3:C6"));
              sheet.getWorkbook().setPrintArea(0, "$A$1:$C$6");
              var name = sheet.getWorkbook().createName();
              name.setNameName("second");
              name.setRefersToFormula("goodwill!$A$5:$C$5");
            });

    XSSFSheet longer = edited(workbook, 4, 0, 5, 6);

    assertThat(longer.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A3:C7");
    assertThat(longer.getWorkbook().getPrintArea(0)).isEqualTo("goodwill!$A$1:$C$7");
    assertThat(longer.getWorkbook().getName("second").getRefersToFormula())
        .isEqualTo("goodwill!$A$6:$C$6");
  }

  @Test
  void valuesAreWrittenWithTheirTypes() {
    XSSFSheet sheet =
        edited(
            table(),
            List.of(
                new EditedRow(
                    4,
                    Map.of(
                        0, new EditedCell("=1+1", false),
                        1, new EditedCell(new BigDecimal("7"), true),
                        2, new EditedCell(LocalDate.of(2026, 3, 5), false))),
                new EditedRow(
                    5,
                    Map.of(
                        0, new EditedCell(true, false),
                        1, new EditedCell(null, true),
                        2, new EditedCell(new BigDecimal("7"), true)))));

    assertThat(sheet.getRow(3).getCell(0).getCellType()).isEqualTo(CellType.STRING);
    assertThat(sheet.getRow(3).getCell(0).getStringCellValue()).isEqualTo("=1+1");
    assertThat(sheet.getRow(3).getCell(0).getCellStyle().getQuotePrefixed()).isTrue();
    assertThat(sheet.getRow(3).getCell(1).getNumericCellValue()).isEqualTo(0.07);
    assertThat(sheet.getRow(3).getCell(1).getCellStyle().getDataFormatString()).isEqualTo("0%");
    assertThat(DateUtil.isCellDateFormatted(sheet.getRow(3).getCell(2))).isTrue();
    assertThat(sheet.getRow(4).getCell(0).getBooleanCellValue()).isTrue();
    assertThat(sheet.getRow(4).getCell(1).getCellType()).isEqualTo(CellType.BLANK);
    assertThat(sheet.getRow(4).getCell(2).getNumericCellValue()).isEqualTo(7);
  }

  @FunctionalInterface
  private interface Touch {
    void on(XSSFSheet sheet);
  }

  /** Rules in rows 4 to 6. */
  private static byte[] table(Touch... touches) {
    WorkbookFixture table =
        WorkbookFixture.table(SHEET, "FIRST", "resolution", "-> nextOrderDiscountPercent", "#")
            .row("REJECT", new Percent(0.05), 1)
            .row("NO_ACTION", new Percent(0.06), 2)
            .row("KEEP_TRACKING", new Percent(0.07), 3);
    Arrays.stream(touches).forEach(touch -> table.with(touch::on));
    return table.bytes();
  }

  private static void list(XSSFSheet sheet, int from, int to, int column) {
    var helper = sheet.getDataValidationHelper();
    sheet.addValidationData(
        helper.createValidation(
            helper.createExplicitListConstraint(new String[] {"A", "B"}),
            new CellRangeAddressList(from, to, column, column)));
  }

  private static List<String> lists(XSSFSheet sheet) {
    return Arrays.stream(sheet.getCTWorksheet().getDataValidations().getDataValidationArray())
        .map(list -> String.join(" ", list.getSqref().stream().map(Object::toString).toList()))
        .toList();
  }

  private static XSSFSheet edited(byte[] workbook, int... from) {
    return edited(workbook, Arrays.stream(from).mapToObj(EditedRow::kept).toList());
  }

  private static XSSFSheet edited(byte[] workbook, List<EditedRow> rows) {
    try {
      byte[] edited = WorkbookEdit.of("some.xlsx", workbook, SHEET, 4, 6, rows);
      return new XSSFWorkbook(new ByteArrayInputStream(edited)).getSheetAt(0);
    } catch (IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
  }
}
