package io.redress.rules.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.WorkbookFixture;
import io.redress.rules.source.WorkbookFixture.Formula;
import io.redress.rules.source.WorkbookFixture.Percent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;

/** Typical mistakes in spreadsheets, all in one workbook: reported at once, each by cell. */
class TrapsTest {
  private static final String EXPECTED =
      """
      traps!A5 INVISIBLE_CHARACTER "LOST\\u00A0": the text holds an invisible character: U+00A0. Type the cell again.
      traps!A9 FORMULA "="LOST"": the cell holds a formula. Type its result instead.
      traps!B9 ERROR_CELL "#REF!": the cell holds an error. Type a value.
      traps!G10 FORMULA "=A4": the cell holds a formula. Type its result instead.
      traps!A11 INVISIBLE_CHARACTER "LO\\u200BST": the text holds an invisible character: U+200B. Type the cell again.
      traps!A12:A13 MERGED_CELLS nothing: the data has merged cells. Unmerge them and fill each cell.
      traps!A12 HIDDEN_ROW nothing: row 12 is hidden. Show it or delete it; filters hide rows, too.
      traps!F1 HIDDEN_COLUMN nothing: column F is hidden. Show it or delete it.
      traps!A4 LOOKALIKE_CHARACTERS "L\u041EST": "L\u041EST" holds U+041E, which looks like a letter of A to Z but is not. Did you mean LOST? Use one of ...
      traps!B4 LOOKALIKE_CHARACTERS "\u0421N": "\u0421N" holds U+0421, which looks like a letter of A to Z but is not. Did you mean CN? Use an ISO code such as AD.
      traps!C4 TEXT_LOOKS_LIKE_NUMBER "5": 5 is text, not a number. Format the cell as a number and type 5 again.
      traps!D4 WRONG_TYPE "05.03.2026": "05.03.2026" cannot be read as order.orderedOn. Write a date such as 2026-03-05.
      traps!E4 WRONG_TYPE "maybe": "maybe" cannot be read as replacementAvailable. Write true or false.
      traps!F4 LOOKALIKE_CHARACTERS "CHRIST\u041CAS": "CHRIST\u041CAS" holds U+041C, which looks like a letter of A to Z but is not. Use capital letters, digits and underscores, at most 100.
      traps!B5 VALUE_NOT_ALLOWED "UK": "UK" is not a value of order.buyerCountry. Use an ISO code such as AD.
      traps!C5 WRONG_TYPE "1.5": "1.5" cannot be read as daysLate. Write a whole number such as 5; in ...
      traps!D5 WRONG_TYPE "2026-02-30": "2026-02-30" cannot be read as order.orderedOn. Write a date such as 2026-03-05.
      traps!E5 WRONG_TYPE "x": "x" cannot be read as replacementAvailable. Write true or false.
      traps!G5 VALUE_NOT_ALLOWED "REJCT": "REJCT" is not a value of resolution. Did you mean REJECT? Use one of ...
      traps!H5 VALUE_OUT_OF_RANGE "101": nextOrderDiscountPercent 101 is above 100. Use 0 to 100.
      traps!A6 VALUE_NOT_ALLOWED "lost": "lost" is not a value of reason. Did you mean LOST? Use one of ...
      traps!B6 VALUE_NOT_ALLOWED "cn": "cn" is not a value of order.buyerCountry. Did you mean CN? Use an ISO code such as AD.
      traps!C6 RANGE_REVERSED "[9..1]": the range [9..1] holds nothing. Write the smaller end first, and square brackets for ends that belong to it.
      traps!D6 WRONG_TYPE "46000": "46000" cannot be read as order.orderedOn. Write a date such as 2026-03-05.
      traps!E6 WRONG_TYPE "1": "1" cannot be read as replacementAvailable. Write true or false.
      traps!H6 VALUE_OUT_OF_RANGE "500": nextOrderDiscountPercent 500 is above 100. Use 0 to 100.
      traps!A7 VALUE_NOT_ALLOWED "LOST;EXPIRED": "LOST;EXPIRED" is not a value of reason. Use one of ...
      traps!C7 WRONG_TYPE "5..7": "5..7" cannot be read as daysLate. Did you mean [5..7]? Write a whole number such as 5; in ...
      traps!H7 WRONG_TYPE "5,5": "5,5" cannot be read as nextOrderDiscountPercent. Did you mean 5.5? Write a percentage from 0 to 100.
      traps!C8 WRONG_TYPE "5.5": "5.5" cannot be read as daysLate. Write a whole number such as 5; in ...
      traps!G8 OUTCOME_EMPTY nothing: the row has no value for resolution. Write a value, or - for no outcome.
      traps!H8 TEXT_LOOKS_LIKE_NUMBER "7": 7 is text, not a number. Format the cell as a number and type 7 again.
      traps!H9 VALUE_OUT_OF_RANGE "-1": nextOrderDiscountPercent -1 is below 0. Use 0 to 100.
      traps!H10 WRONG_TYPE "{config:x}": "{config:x}" cannot be read as nextOrderDiscountPercent. Write a percentage from 0 to 100.
      traps!C11 WRONG_TYPE "=5": "=5" cannot be read as daysLate. Did you mean 5? Write a whole number such as 5; in ...
      traps!A12 VALUE_NOT_ALLOWED "merged": "merged" is not a value of reason. Use one of ...
      headers!D1 BAD_HEADER "FRIST": "FRIST" is not a hit policy. Did you mean FIRST? Write FIRST, UNIQUE or COLLECT.
      headers!E3 BAD_HEADER nothing: E4 is in a column without a name. Name the column in row 3, or write # there for remarks.
      headers!A3 LOOKALIKE_CHARACTERS "r\u0435ason": no fact is called r\u0435ason with U+0435. Did you mean reason?
      headers!C3 DUPLICATE_COLUMN "daysLate": a column further left has this name. Merge the two.
      Late days!B1 BAD_HEADER "Late days": "Late days" is not a valid table name. Use small letters a to z, digits and hyphens.
      Late days!B3 UNKNOWN_NAME "daysLat": no fact is called daysLat. Did you mean daysLate?
      Late days!C3 UNKNOWN_NAME "-> reason": no outcome is called reason. Use a name from the vocabulary, or # for a remark.
      copy!B1 DUPLICATE_TABLE "traps": a table of this name is already in a.xlsx, sheet traps. Give it another name.
      closures!A1 SHEET_MISPLACED "Calendar": a sheet of this kind is not read in a.xlsx. Move it to calendar.xlsx.
      """;

  private final List<RuleProblem> problems = new ArrayList<>();

  @Test
  void everyTrapIsReportedByCellWithValueAndSuggestion() {
    WorkbookFixture workbook =
        WorkbookFixture.table(
                "traps",
                "FIRST",
                "reason",
                "order.buyerCountry",
                "daysLate",
                "order.orderedOn",
                "replacementAvailable",
                "peakSeason",
                "-> resolution",
                "-> nextOrderDiscountPercent")
            .row("L\u041EST", "\u0421N", "5", "05.03.2026", "maybe", "CHRIST\u041CAS", "REJECT", 0)
            .row("LOST\u00A0", "UK", ">= 1.5", "2026-02-30", "x", "-", "REJCT", 101)
            .row("lost", "cn", "[9..1]", 46000, 1, "-", "REJECT", new Percent(5))
            .row("LOST;EXPIRED", "-", "5..7", "-", "-", "-", "REJECT", "5,5")
            .row("LOST", "-", 5.5, LocalDate.of(2026, 3, 5), true, "-", null, "7")
            .row(new Formula("\"LOST\""), FormulaError.REF, "-", "-", "-", "-", "REJECT", -1)
            .row("LOST", "-", "-", "-", "-", "-", new Formula("A4"), "{config:x}")
            .row("LO\u200BST", "-", "=5", "-", "-", "-", "REJECT", 5)
            .row("merged", "-", "-", "-", "-", "-", "REJECT", 5)
            .with(sheet -> sheet.addMergedRegion(CellRangeAddress.valueOf("A12:A13")))
            .with(sheet -> sheet.getRow(11).setZeroHeight(true))
            .with(sheet -> sheet.setColumnHidden(5, true))
            .addTable("headers", "FRIST", "r\u0435ason", "daysLate", "daysLate", "-> resolution")
            .row("LOST", 1, 1, "REJECT", "not read")
            .addTable("Late days", "FIRST", "reason", "daysLat", "-> reason")
            .row("LOST", 1, "LOST")
            .sheet("copy")
            .row("Table", "traps", "Hit policy", "FIRST")
            .row()
            .row("reason", "-> resolution")
            .row("LOST", "REJECT")
            .sheet("closures")
            .row("Calendar", "closures");

    Tables.read(Map.of("a.xlsx", workbook.bytes()), problems);

    assertThat(problems)
        .extracting(TrapsTest::format)
        .containsExactlyElementsOf(EXPECTED.lines().toList());
  }

  private static String format(RuleProblem problem) {
    String value = problem.value() == null ? "nothing" : '"' + problem.value() + '"';
    return "%s!%s %s %s: %s %s"
        .formatted(
            problem.sheet(),
            problem.cell(),
            problem.code(),
            value,
            problem.message(),
            problem.suggestion().replaceFirst("(Use one of|such as 5; in).*", "$1 ..."));
  }
}
