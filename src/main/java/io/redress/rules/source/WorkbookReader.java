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
 * <p>A sheet is data when A1 has a {@linkplain SheetMarker marker}. Everything that could make a
 * data sheet mean something else than it displays is a problem. Other sheets are notes, and
 * skipped.
 */
public final class WorkbookReader {
  private WorkbookReader() {}

  /**
   * Reads the data sheets of a workbook, as far as possible.
   *
   * @param file path inside the rule set, for the problems
   * @param problems receives all problems
   */
  public static List<Sheet> read(String file, byte[] bytes, List<RuleProblem> problems) {
    return read(file, bytes, problems, reader -> reader.data().stream());
  }

  /**
   * Reads all sheets, including notes and code.
   *
   * @param file path inside the rule set, for the problems
   * @param problems receives all problems
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
      // POI throws any runtime exception on corrupt parts, including null pointers and class casts.
      problems.add(WorkbookContainer.notAWorkbook(file));
      return List.of();
    }
  }
}
