package io.redress.rules.source.edit;

import static io.redress.rules.source.WorkbookParts.found;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.rules.source.RawWorkbook;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.WorkbookParts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Whatever refers to rows from outside of their cells follows them, in a workbook that has it all;
 * or the edit is refused.
 */
class RichWorkbookTest {
  private static final String SHEET = "Goodwill";
  private static final int FIRST = 4;
  private static final int LAST = 14;

  private final byte[] workbook = WorkbookParts.resource("rich.xlsx");
  private final Map<String, String> before = WorkbookParts.parts(workbook);

  @Test
  void aNewRowMovesWhatIsBelow() {
    Map<String, String> after = edited(rows(4, 5, 0, 6, 7, 8, 9, 10, 11, 12, 13, 14));

    String threads = after.get("xl/threadedComments/threadedComment1.xml");
    assertThat(found("ref=\"(\\w+)\"", threads)).containsExactly("F9", "A11", "G13");
    assertThat(found("<comment [^>]*ref=\"(\\w+)\"", after.get("xl/comments1.xml")))
        .containsExactly("F9", "A11", "G13");
    String shapes = after.get("xl/drawings/vmlDrawing1.vml");
    assertThat(found("<x:Row>(\\d+)<", shapes)).containsExactly("8", "10", "12");
    assertThat(found("<x:Anchor>([^<]+)<", shapes).findFirst())
        .contains("7, 15, 8, 10, 9, 31, 12, 9");
    assertThat(found("fillcolor=\"([^\"]+)\"", shapes)).hasSize(3).containsOnly("#ccffcc");

    assertThat(found("ref=\"([^\"]+)\"", after.get("xl/tables/table1.xml")))
        .containsExactly("A3:G15", "A3:G15");
    assertThat(found("<f>([^<]*)</f>", after.get("xl/worksheets/sheet1.xml")))
        .containsExactly(
            "Goodwill!F9", "MAX(Goodwill!F4:F15)", "\"We give \"&amp;Goodwill!F13&amp;\"%\"");
    assertThat(found(">([^<]+)</definedName>", after.get("xl/workbook.xml")))
        .contains(
            "Goodwill!$F$9",
            "Goodwill!$F$4:$F$15",
            "MAX(Goodwill!$F$4:$F$15)",
            "Goodwill!$F$9,Goodwill!$F$11",
            "Goodwill!$A$1:$G$15",
            "Goodwill!$1:$3",
            "'Discount cap'!$A$3:$D$6");
    assertThat(after.get("xl/workbook.xml")).contains("fullCalcOnLoad=\"1\"");
    assertThat(after).doesNotContainKey("xl/calcChain.xml");
    assertThat(after.get("[Content_Types].xml")).doesNotContain("calcChain");

    assertThat(found("<xdr:row>(\\d+)<", after.get("xl/drawings/drawing1.xml")))
        .containsExactly("8", "10", "21", "31");
    assertThat(found("<c:f>([^<]+)<", after.get("xl/charts/chart1.xml")))
        .containsExactly("Goodwill!$F$4:$F$15");

    String sheet = after.get("xl/worksheets/sheet3.xml");
    assertThat(found("<hyperlink [^>]*ref=\"([^\"]+)\"", sheet)).containsExactly("G10", "G12:G13");
    assertThat(found("<brk [^>]*id=\"(\\d+)\"", sheet)).containsExactly("10");
    assertThat(found("<conditionalFormatting [^>]*sqref=\"([^\"]+)\"", sheet))
        .containsExactly("F4:F15", "F9");
    assertThat(found("<protectedRange [^>]*sqref=\"([^\"]+)\"", sheet)).containsExactly("F4:F15");
    assertThat(found("<ignoredError [^>]*sqref=\"([^\"]+)\"", sheet)).containsExactly("D4:D15");
    assertThat(found("<xm:sqref>([^<]+)<", sheet)).containsExactly("C9:C11");
    assertThat(found("<xm:f>([^<]+)<", sheet)).containsExactly("Notes!$B$13:$B$15");
    assertThat(found("<dimension ref=\"([^\"]+)\"", sheet)).containsExactly("A1:G15");
    assertThat(found("<row r=\"6\"([^>]*)>", sheet).findFirst().orElse("")).contains("ht=");
  }

  @Test
  void partsWithoutReferencesStayAsTheyAre() {
    Map<String, String> after = edited(rows(4, 5, 0, 6, 7, 8, 9, 10, 11, 12, 13, 14));

    for (String part :
        List.of(
            "xl/sharedStrings.xml",
            "xl/styles.xml",
            "xl/persons/person.xml",
            "xl/worksheets/sheet2.xml",
            "xl/worksheets/sheet4.xml",
            "xl/worksheets/sheet5.xml",
            "xl/printerSettings/printerSettings1.bin",
            "customXml/item1.xml",
            "docProps/custom.xml")) {
      assertThat(after.get(part)).as(part).isEqualTo(before.get(part));
    }
  }

  @Test
  void rowsThatAreMovedTakeTheirReferencesAlong() {
    Map<String, String> after = edited(rows(8, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14));

    assertThat(found("<f>(Goodwill[^<]*)</f>", after.get("xl/worksheets/sheet1.xml")))
        .containsExactly("Goodwill!F4");
    assertThat(found("<threadedComment [^>]*ref=\"(\\w+)\"", threads(after)))
        .containsExactly("F4", "A10", "G12");
    assertThat(found("<x:Row>(\\d+)<", after.get("xl/drawings/vmlDrawing1.vml")))
        .containsExactly("3", "9", "11");
    assertThat(found("ref=\"([^\"]+)\"", after.get("xl/tables/table1.xml"))).containsOnly("A3:G14");
  }

  @Test
  void aCopyHasTheLinkButNotTheThread() {
    Map<String, String> after = edited(rows(4, 5, 6, 7, 8, 9, 9, 10, 10, 11, 12, 13, 14));

    assertThat(found("<hyperlink [^>]*ref=\"([^\"]+)\"", after.get("xl/worksheets/sheet3.xml")))
        .containsExactly("G9", "G10", "G13:G14");
    assertThat(found("<threadedComment [^>]*ref=\"(\\w+)\"", threads(after)))
        .containsExactly("F8", "A11", "G14");
    assertThat(found("<comment [^>]*ref=\"(\\w+)\"", after.get("xl/comments1.xml")))
        .containsExactly("F8", "A11", "G14");
    assertThat(found("<x:Row>(\\d+)<", after.get("xl/drawings/vmlDrawing1.vml")))
        .containsExactly("7", "10", "13");
  }

  @Test
  void aDeletedRowMovesWhatIsBelow() {
    Map<String, String> after = edited(rows(4, 6, 7, 8, 9, 10, 11, 12, 13, 14));

    assertThat(found("ref=\"(\\w+)\"", threads(after))).containsExactly("F7", "A9", "G11");
    assertThat(found("<x:Row>(\\d+)<", after.get("xl/drawings/vmlDrawing1.vml")))
        .containsExactly("6", "8", "10");
    assertThat(found("ref=\"([^\"]+)\"", after.get("xl/tables/table1.xml"))).containsOnly("A3:G13");
    assertThat(found("<xdr:row>(\\d+)<", after.get("xl/drawings/drawing1.xml")))
        .containsExactly("6", "8", "19", "29");
  }

  @Test
  void aRowThatANameOrAFormulaNeedsIsNotDeleted() {
    assertThat(refused(rows(4, 5, 6, 7, 9, 10, 11, 12, 13, 14)))
        .hasToString(
            "promises.xlsx, Goodwill: the name MaxDiscount refers to row 8 of Goodwill, which would"
                + " be deleted. Change or delete it in a spreadsheet program first."
                + " [REFERENCE_LOST]");
    assertThat(refused(rows(4, 5, 6, 7, 8, 9, 10, 11, 13, 14)))
        .hasToString(
            "promises.xlsx, Notes!B41: the formula refers to row 12 of Goodwill, which would"
                + " be deleted. Change or delete it in a spreadsheet program first."
                + " [REFERENCE_LOST]");
  }

  @Test
  void allRowsOfATableCanBeReplaced() {
    byte[] free =
        new RawWorkbook()
            .rows(
                SHEET,
                "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>a</t></is></c></row>"
                    + "<row r=\"4\"><c r=\"A4\"><v>1</v></c></row>",
                "")
            .related(
                "table",
                "tables/table1.xml",
                "table+xml",
                "<table xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" id=\"1\""
                    + " name=\"t\" displayName=\"t\" ref=\"A3:A4\"><autoFilter ref=\"A3:A4\"/>"
                    + "<tableColumns count=\"1\"><tableColumn id=\"1\" name=\"a\"/></tableColumns>"
                    + "</table>")
            .bytes();

    byte[] none = WorkbookEdit.of("promises.xlsx", free, SHEET, FIRST, 4, List.of());

    assertThat(found("ref=\"([^\"]+)\"", WorkbookParts.parts(none).get("xl/tables/table1.xml")))
        .containsOnly("A3:A4");
  }

  /** What refers to the rows from other sheets, pictures, controls and pivot tables. */
  @Test
  void referencesOfAllKindsFollow() {
    RawWorkbook all =
        new RawWorkbook()
            .rows(
                "t",
                "<row r=\"4\"><c r=\"A4\"><v>1</v></c></row>"
                    + "<row r=\"5\"><c r=\"A5\"><v>2</v></c></row>",
                "<sheetProtection sheet=\"1\"/><autoFilter ref=\"A3:A5\"><sortState ref=\"A4:A5\">"
                    + "<sortCondition ref=\"A4:A5\"/></sortState></autoFilter>"
                    + "<mergeCells count=\"1\"><mergeCell ref=\"C5:D5\"/></mergeCells>"
                    + "<dataValidations count=\"1\"><dataValidation type=\"list\" sqref=\"A4:A5\">"
                    + "<formula1>$C$4:$C$5</formula1></dataValidation></dataValidations>"
                    + "<hyperlinks><hyperlink ref=\"B5\" location=\"t!A5\"/></hyperlinks>"
                    + "<cellWatches><cellWatch r=\"A5\"/></cellWatches>")
            .rows(
                "other",
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>t!A5</t></is></c></row>",
                "<dataValidations count=\"1\"><dataValidation type=\"list\" sqref=\"A5\">"
                    + "<formula1>t!$A$4:$A$5</formula1></dataValidation></dataValidations>"
                    + "<hyperlinks><hyperlink ref=\"A5\" location=\"t!A5\"/></hyperlinks>")
            .related(
                "drawing",
                "drawings/drawing9.xml",
                "drawing+xml",
                "<d:wsDr xmlns:d=\"d\"><d:sp textlink=\"t!$A$5\"/></d:wsDr>")
            .related(
                "ctrlProp",
                "ctrlProps/ctrlProp1.xml",
                "controlproperties+xml",
                "<formControlPr xmlns=\"c\" fmlaLink=\"t!$A$5\" fmlaRange=\"t!$A$4:$A$5\"/>");

    Map<String, String> after =
        WorkbookParts.parts(
            WorkbookEdit.of("some.xlsx", all.bytes(), "t", FIRST, 5, rows(4, 4, 5)));

    String sheet = after.get("xl/worksheets/sheet1.xml");
    assertThat(found(" ref=\"([^\"]+)\"", sheet))
        .containsExactly("A3:A6", "A4:A6", "A4:A6", "C6:D6", "B6");
    assertThat(found("<formula1>([^<]+)<", sheet)).containsExactly("$C$4:$C$6");
    assertThat(found("location=\"([^\"]+)\"", sheet)).containsExactly("t!A6");
    assertThat(found("<cellWatch r=\"([^\"]+)\"", sheet)).containsExactly("A6");
    String other = after.get("xl/worksheets/sheet2.xml");
    assertThat(found("<formula1>([^<]+)<", other)).containsExactly("t!$A$4:$A$6");
    assertThat(found("location=\"([^\"]+)\"", other)).containsExactly("t!A6");
    assertThat(found("sqref=\"([^\"]+)\"", other)).containsExactly("A5");
    assertThat(other).contains("<t>t!A5</t>");
    assertThat(after.get("xl/drawings/drawing9.xml")).contains("textlink=\"t!$A$6\"");
    assertThat(after.get("xl/ctrlProps/ctrlProp1.xml"))
        .contains("fmlaLink=\"t!$A$6\"")
        .contains("fmlaRange=\"t!$A$4:$A$6\"");
  }

  private static String threads(Map<String, String> parts) {
    return parts.get("xl/threadedComments/threadedComment1.xml");
  }

  private Map<String, String> edited(List<EditedRow> rows) {
    return WorkbookParts.parts(
        WorkbookEdit.of("promises.xlsx", workbook, SHEET, FIRST, LAST, rows));
  }

  private RuleProblem refused(List<EditedRow> rows) {
    List<RuleProblem> problems = new ArrayList<>();
    assertThatThrownBy(() -> edited(rows))
        .isInstanceOfSatisfying(
            EditRefusedException.class, refused -> problems.add(refused.problem()));
    return problems.get(0);
  }

  private static List<EditedRow> rows(int... from) {
    return Arrays.stream(from).mapToObj(EditedRow::kept).toList();
  }
}
