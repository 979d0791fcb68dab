package io.redress.rules.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.EditedRules;
import io.redress.rules.source.WorkbookFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** The shipped rules with facts and outcomes of the seller's own, for tests. */
public final class OwnFactsRules {
  public static final RuleSetFiles FILES = files();

  private OwnFactsRules() {}

  /** A sheet of declarations; rows from 4 follow. */
  public static WorkbookFixture declaring(Object... columns) {
    return new WorkbookFixture().sheet("Facts").row("Facts").row("labels").row(columns);
  }

  private static RuleSetFiles files() {
    RuleSetFiles shipped =
        RuleSetFiles.of(RuleSetFiles.folder(Path.of("rules"), new ArrayList<>()));
    Map<String, byte[]> own = new HashMap<>();
    own.put(
        "facts.xlsx",
        declaring("name", "use", "type", "values", "label.en", "label.zh", "#")
            .row("tier", "FACT", "ENUM", "GOLD, SILVER", "Loyalty tier", "会员等级", "CRM")
            .row("orders", "FACT", "INTEGER", null, "Orders so far", null, null)
            .row("store", "FACT", "TEXT", null, null, null, null)
            .row("since", "FACT", "DATE", null, null, null, null)
            .row("rate", "FACT", "PERCENT", null, null, null, null)
            .row("fee", "FACT", "DECIMAL", null, null, null, null)
            .row("vip", "FACT", "BOOLEAN", null, null, null, null)
            .row("queue", "OUTCOME", "ENUM", "VIP, MAIN", "Queue", "客服队列", null)
            .row("hours", "OUTCOME", "INTEGER", null, null, null, null)
            .bytes());
    own.put(
        "queues.xlsx",
        WorkbookFixture.table(
                "queues",
                "FIRST",
                "custom.tier",
                "custom.orders",
                "-> custom.queue",
                "-> custom.hours")
            .row("GOLD", ">= 10", "VIP", 4)
            .row("-", "-", "MAIN", 48)
            .bytes());
    String flow = new String(shipped.all().get("flow.drl"), StandardCharsets.UTF_8);
    own.put(
        "flow.drl",
        flow.replace("draft.ask( \"dates\" );", "draft.ask( \"dates\" ); draft.ask( \"queues\" );")
            .getBytes(StandardCharsets.UTF_8));
    own.put(
        "letters/en.txt",
        letters(
            shipped,
            "[closing]\n",
            "[closing]\n[[We sold it at {custom_store}, where you are a customer since {custom_since}. ]]"));
    return shipped.with(own);
  }

  /** The shipped promises with a queue for parcels that are tracked: no code asks a new table. */
  public static byte[] promises() throws IOException {
    return EditedRules.edited(
        Path.of("rules/promises.xlsx"),
        workbook -> {
          XSSFSheet dates = workbook.getSheet("Dates");
          int first = dates.getRow(2).getLastCellNum();
          write(dates.getRow(2), first, "custom.tier", "custom.orders", "-> custom.queue");
          for (int row = 3; row <= dates.getLastRowNum(); row++) {
            write(dates.getRow(row), first, "-", "-", "-");
          }
          int general =
              IntStream.rangeClosed(3, dates.getLastRowNum())
                  .filter(row -> text(dates, row, 0).equals("KEEP_TRACKING"))
                  .filter(row -> text(dates, row, 2).equals("-"))
                  .findFirst()
                  .orElseThrow();
          dates.shiftRows(general, dates.getLastRowNum(), 1);
          XSSFRow gold = dates.createRow(general);
          for (Cell cell : dates.getRow(general + 1)) {
            XSSFCell copy = gold.createCell(cell.getColumnIndex());
            if (cell.getCellType() == CellType.NUMERIC) {
              copy.setCellValue(cell.getNumericCellValue());
            } else {
              copy.setCellValue(cell.getStringCellValue());
            }
          }
          write(gold, first, "GOLD", ">= 10", "VIP");
          write(dates.getRow(general + 1), first, "-", "-", "MAIN");
        });
  }

  private static String text(XSSFSheet sheet, int row, int column) {
    return sheet.getRow(row).getCell(column).getStringCellValue();
  }

  private static void write(XSSFRow row, int first, String... texts) {
    for (int i = 0; i < texts.length; i++) {
      row.createCell(first + i).setCellValue(texts[i]);
    }
  }

  /** The English letters after a change. */
  static byte[] letters(RuleSetFiles files, String before, String after) {
    String english = new String(files.all().get("letters/en.txt"), StandardCharsets.UTF_8);
    assertThat(english).contains(before);
    return english.replace(before, after).getBytes(StandardCharsets.UTF_8);
  }
}
