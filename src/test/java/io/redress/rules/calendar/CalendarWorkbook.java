package io.redress.rules.calendar;

import io.redress.rules.source.RuleProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A valid calendar workbook, which tests change. */
final class CalendarWorkbook {
  private final Map<String, List<String>> sheets = new LinkedHashMap<>();

  CalendarWorkbook() {
    sheet("countries", "country | zone | weekend | publishedThrough | handlingDays | #");
    row("countries", "CN | Asia/Shanghai | SATURDAY, SUNDAY | 2026 | 5 | the State Council");
    sheet("closures", "country | name | from | to");
    row("closures", "CN | SPRING_FESTIVAL | 2026-02-15 | 2026-02-23");
    sheet("make-up days", "country | day | closure");
    row("make-up days", "CN | 2026-02-14 | SPRING_FESTIVAL");
    sheet("peak seasons", "name | from | to");
    row("peak seasons", "SINGLES_DAY | 11-11 | 11-11 + 30");
  }

  CalendarWorkbook sheet(String kind, String columns) {
    sheets.put(kind, new ArrayList<>(List.of("Calendar | " + kind, "for people", columns)));
    return this;
  }

  CalendarWorkbook without(String kind) {
    sheets.remove(kind);
    return this;
  }

  /** Adds a row: A4 is the first cell of the first row of a sheet, A5 that of the next. */
  CalendarWorkbook row(String kind, String cells) {
    sheets.get(kind).add(cells);
    return this;
  }

  Calendars read(List<RuleProblem> problems) {
    return Calendars.read(Map.of(Calendars.FILE, bytes()), problems);
  }

  /** Returns place and code of each problem: {@code closures!D5 RANGE_REVERSED}. */
  List<String> problems() {
    List<RuleProblem> problems = new ArrayList<>();
    read(problems);
    return problems.stream()
        .map(problem -> problem.sheet() + "!" + problem.cell() + " " + problem.code())
        .toList();
  }

  private byte[] bytes() {
    try (var workbook = new XSSFWorkbook();
        var bytes = new ByteArrayOutputStream()) {
      sheets.forEach((kind, rows) -> write(workbook.createSheet(kind), rows));
      workbook.write(bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void write(XSSFSheet sheet, List<String> rows) {
    var date = sheet.getWorkbook().createCellStyle();
    date.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("yyyy-mm-dd"));
    for (String row : rows) {
      var cells = sheet.createRow(sheet.getPhysicalNumberOfRows());
      for (String text : row.split("\\|", -1)) {
        Cell cell = cells.createCell(cells.getPhysicalNumberOfCells());
        String value = text.strip();
        if (value.matches("\\d{4}-\\d\\d-\\d\\d")) {
          cell.setCellValue(LocalDate.parse(value));
          cell.setCellStyle(date);
        } else if (value.matches("-?[\\d.]+")) {
          cell.setCellValue(Double.parseDouble(value));
        } else {
          cell.setCellValue(value.replace("'", ""));
        }
      }
    }
  }
}
