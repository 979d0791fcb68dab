package io.redress.rules.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.WorkbookFixture;
import io.redress.rules.source.WorkbookParts;
import io.redress.rules.source.WorkbookReader;
import io.redress.rules.table.Column;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.Term;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkbookListsTest {
  private static final String FILE = "more.xlsx";
  private static final int FIRST_ROW = 3;

  @Test
  void conditionsOfferWhatOtherTablesAnswerAndCalendarsName() throws IOException {
    byte[] plain =
        WorkbookFixture.table(
                "more", "FIRST", "situation", "peakSeason", "holiday", "reason", "-> why")
            .row("-", "-", "-", "-", "BECAUSE")
            .addTable("later", "FIRST", "why", "replacementAvailable", "daysLate", "-> why")
            .row("BECAUSE", "-", "-", "BECAUSE")
            .bytes();
    RuleSet rules = rules(plain);

    byte[] listed = rules.withLists(FILE, plain);

    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(listed))) {
      assertThat(offered(workbook, "more", 0))
          .contains("LOST", "UNTRACEABLE", "-", "known", "not known")
          .doesNotContain("CHRISTMAS");
      assertThat(offered(workbook, "more", 1)).contains("CHRISTMAS", "SINGLES_DAY");
      assertThat(offered(workbook, "more", 2)).contains("SPRING_FESTIVAL", "NATIONAL_DAY");
      assertThat(offered(workbook, "more", 3)).contains("LOST", "WRONG_SIZE", "CHANGED_MIND");
      assertThat(offered(workbook, "more", 4)).contains("BECAUSE", "-").doesNotContain("known");
      assertThat(offered(workbook, "later", 0)).contains("BECAUSE", "not known");
      assertThat(offered(workbook, "later", 1))
          .containsExactly("true", "false", "-", "known", "not known");
      assertThat(offered(workbook, "later", 2)).isEmpty();
    }
    assertThat(WorkbookReader.read(FILE, listed, new ArrayList<>()))
        .isEqualTo(WorkbookReader.read(FILE, plain, new ArrayList<>()));
    assertThat(rules.withLists(FILE, listed) == listed).as("nothing to add").isTrue();
  }

  /** A code that is not offered is one that people type, and misspell. */
  @ParameterizedTest
  @MethodSource("shipped")
  void shippedWorkbooksOfferAllCodesThatTheGridOffers(String file) throws IOException {
    RuleSet rules = ShippedRules.whole();
    Path path = Path.of("rules", file);
    byte[] workbook = Files.readAllBytes(path);
    byte[] listed = rules.withLists(file, workbook);
    if (listed != workbook && Boolean.getBoolean("update.lists")) {
      Files.write(path, listed);
    }

    assertThat(listed == workbook)
        .as("%s has all lists; -Dupdate.lists=true adds what is missing", file)
        .isTrue();
    try (var read = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      for (DecisionTable table : rules.tables().all()) {
        for (Column column : table.columns()) {
          Term term = column.term();
          if (table.file().equals(file) && !rules.codes().choices(term).isEmpty()) {
            assertThat(offered(read, table.sheet(), column.position()))
                .as("%s, %s", table.sheet(), column.title())
                .containsAll(rules.codes().choices(term));
          }
        }
      }
    }
  }

  @Test
  void listsFollowTheCodesAndKeepTheirColumn() throws IOException {
    byte[] before = rich("OLDER");
    byte[] listed = rules(before).withLists(FILE, before);
    byte[] after;
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(listed))) {
      workbook.getSheet("more").getRow(FIRST_ROW).getCell(1).setCellValue("NEWER");
      after = bytes(workbook);
    }

    byte[] again = rules(after).withLists(FILE, after);

    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(again))) {
      assertThat(offered(workbook, "more", 1)).contains("NEWER").doesNotContain("OLDER");
      assertThat(offered(workbook, "more", 0)).contains("NEWER").doesNotContain("OLDER");
      assertThat((int) workbook.getSheet("Lists").getRow(0).getLastCellNum()).isEqualTo(2);
      assertThat(workbook.getSheet("more").getDataValidations()).hasSize(2);
    }
  }

  @Test
  void listsThatPeopleMadeStay() throws IOException {
    byte[] own;
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(rich("OWN")))) {
      XSSFSheet sheet = workbook.getSheet("more");
      var helper = sheet.getDataValidationHelper();
      sheet.addValidationData(
          helper.createValidation(
              helper.createExplicitListConstraint(new String[] {"OWN", "LOST"}),
              new CellRangeAddressList(FIRST_ROW, 20, 0, 0)));
      own = bytes(workbook);
    }

    byte[] listed = rules(own).withLists(FILE, own);

    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(listed))) {
      assertThat(offered(workbook, "more", 0)).containsExactly("OWN", "LOST");
      assertThat(offered(workbook, "more", 1)).contains("OWN", "LOST", "UNTRACEABLE");
    }
  }

  /** Pictures, notes and names stay, and a sheet that people call so is not taken for ours. */
  @Test
  void allElseStays() {
    byte[] rich = WorkbookParts.resource("rich.xlsx");
    RuleSet rules = rules("promises.xlsx", rich);

    Map<String, String> before = WorkbookParts.parts(rich);
    Map<String, String> after = WorkbookParts.parts(rules.withLists("promises.xlsx", rich));

    assertThat(after.keySet()).containsAll(before.keySet());
    assertThat(before.keySet().stream().filter(part -> !before.get(part).equals(after.get(part))))
        .allMatch(
            part ->
                part.startsWith("xl/worksheets/sheet")
                    || part.equals("xl/workbook.xml")
                    || part.equals("xl/_rels/workbook.xml.rels")
                    || part.equals("[Content_Types].xml"));
  }

  static Stream<String> shipped() {
    return ShippedRules.whole().tables().all().stream().map(DecisionTable::file).distinct();
  }

  private static byte[] rich(String code) throws IOException {
    return WorkbookFixture.table("more", "FIRST", "situation", "-> situation")
        .row("-", code)
        .bytes();
  }

  private static RuleSet rules(byte[] workbook) {
    return rules(FILE, workbook);
  }

  private static RuleSet rules(String file, byte[] workbook) {
    List<RuleProblem> problems = new ArrayList<>();
    var read = RuleSet.read(ShippedFiles.all().with(Map.of(file, workbook)), problems);
    assertThat(problems).isEmpty();
    return read.orElseThrow();
  }

  /** What a spreadsheet program offers in the first row of a column. */
  private static List<String> offered(XSSFWorkbook workbook, String sheet, int column) {
    for (DataValidation one : workbook.getSheet(sheet).getDataValidations()) {
      boolean covers =
          Arrays.stream(one.getRegions().getCellRangeAddresses())
              .anyMatch(area -> area.isInRange(FIRST_ROW, column));
      if (covers) {
        String[] explicit = one.getValidationConstraint().getExplicitListValues();
        return explicit == null
            ? named(workbook, one.getValidationConstraint().getFormula1())
            : List.of(explicit);
      }
    }
    return List.of();
  }

  private static List<String> named(XSSFWorkbook workbook, String name) {
    List<String> values = new ArrayList<>();
    String area = workbook.getName(name).getRefersToFormula();
    for (CellReference cell :
        new AreaReference(area, SpreadsheetVersion.EXCEL2007).getAllReferencedCells()) {
      values.add(
          workbook
              .getSheet(cell.getSheetName())
              .getRow(cell.getRow())
              .getCell(cell.getCol())
              .getStringCellValue());
    }
    return values;
  }

  private static byte[] bytes(XSSFWorkbook workbook) throws IOException {
    var bytes = new ByteArrayOutputStream();
    workbook.write(bytes);
    return bytes.toByteArray();
  }
}
