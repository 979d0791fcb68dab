package io.redress.rules.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Reads workbooks as plain cells.
 *
 * <p>A sheet is data when its A1 says so ({@code Table}, {@code Calendar} or {@code Test cases});
 * whatever could make a data sheet show one thing and mean another is a problem there. Other sheets
 * are notes, and left out.
 */
public final class WorkbookReader {
  private WorkbookReader() {}

  /**
   * The data sheets of a workbook, as far as they can be read.
   *
   * @param file path inside the rule set, for the problems
   * @param problems takes every fault found
   */
  public static List<Sheet> read(String file, byte[] bytes, List<RuleProblem> problems) {
    return read(file, bytes, problems, reader -> reader.data().stream());
  }

  /**
   * All sheets as they are, notes and code included.
   *
   * @param file path inside the rule set, for the problems
   * @param problems takes every fault found
   */
  public static List<Sheet> readAll(String file, byte[] bytes, List<RuleProblem> problems) {
    return read(file, bytes, problems, reader -> Stream.of(reader.plain()));
  }

  private static List<Sheet> read(
      String file,
      byte[] bytes,
      List<RuleProblem> problems,
      Function<SheetReader, Stream<Sheet>> reading) {
    if (!WorkbookContainer.accepts(file, bytes, problems)) {
      return List.of();
    }
    try (var workbook = new XSSFWorkbook(OPCPackage.open(new ByteArrayInputStream(bytes)))) {
      List<Sheet> sheets = new ArrayList<>();
      for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
        reading.apply(new SheetReader(file, workbook.getSheetAt(i), problems)).forEach(sheets::add);
      }
      return sheets;
    } catch (IOException | OpenXML4JException | RuntimeException broken) {
      // On broken parts POI throws whatever it comes upon, null pointers and casts included.
      problems.add(WorkbookContainer.notAWorkbook(file));
      return List.of();
    }
  }
}
