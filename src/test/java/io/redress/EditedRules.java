package io.redress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Rules as a person edits them: copies of the shipped ones, and changes of their workbooks. */
public final class EditedRules {
  private EditedRules() {}

  /** Copies a folder with all that is in it. */
  public static Path copyOf(Path folder, Path copy) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) files::iterator) {
        Files.copy(path, copy.resolve(folder.relativize(path).toString()));
      }
    }
    return copy;
  }

  /** A workbook after a change. */
  public static byte[] edited(Path workbook, Consumer<XSSFWorkbook> change) throws IOException {
    try (var opened = new XSSFWorkbook(Files.newInputStream(workbook));
        var bytes = new ByteArrayOutputStream()) {
      change.accept(opened);
      opened.write(bytes);
      return bytes.toByteArray();
    }
  }

  /** Saves a change of a workbook. */
  static void edit(Path workbook, Consumer<XSSFWorkbook> change) throws IOException {
    Files.write(workbook, edited(workbook, change));
  }

  /** The shipped promises with a remark on a sheet that is no table: they decide the same. */
  public static byte[] remarked(String remark) throws IOException {
    return edited(
        Path.of("rules/promises.xlsx"),
        workbook ->
            workbook.createSheet("Remarks").createRow(0).createCell(0).setCellValue(remark));
  }
}
