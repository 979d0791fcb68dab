package io.redress.rules.source;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/**
 * Reads workbooks as plain cells.
 *
 * <p>A sheet is data when A1 has a {@linkplain SheetMarker marker}. Everything that could make a
 * data sheet mean something else than it displays is a problem. Other sheets are notes, and
 * skipped.
 */
public final class WorkbookReader {
  private static final int MAX_KEPT_BYTES = 32 << 20;

  /** What a cell takes in memory, rounded up; 108 in the shipped workbooks. */
  private static final int CELL_BYTES = 120;

  /** What was read without problems: of a rule set that is edited, all workbooks but one. */
  private static final Cache<Content, List<Sheet>> KEPT =
      Caffeine.newBuilder()
          .maximumWeight(MAX_KEPT_BYTES)
          .weigher(WorkbookReader::bytes)
          .executor(Runnable::run)
          .build();

  private WorkbookReader() {}

  private record Content(String file, ByteBuffer bytes) {}

  /**
   * Reads the data sheets of a workbook, as far as possible.
   *
   * @param file path inside the rule set, for the problems
   * @param bytes not to be changed any more
   * @param problems receives all problems
   */
  public static List<Sheet> read(String file, byte[] bytes, List<RuleProblem> problems) {
    Content content = new Content(file, ByteBuffer.wrap(bytes));
    List<Sheet> kept = KEPT.getIfPresent(content);
    if (kept != null) {
      return kept;
    }
    List<RuleProblem> found = new ArrayList<>();
    List<Sheet> sheets = List.copyOf(read(file, bytes, found, reader -> reader.data().stream()));
    if (found.isEmpty()) {
      KEPT.put(content, sheets);
    }
    problems.addAll(found);
    return sheets;
  }

  /** Also of pictures, and of sheets for people, which are kept to know the workbook again. */
  private static int bytes(Content content, List<Sheet> sheets) {
    long cells =
        sheets.stream().flatMap(sheet -> sheet.rows().stream()).mapToLong(List::size).sum();
    return (int) Math.min(Integer.MAX_VALUE, content.bytes.capacity() + cells * CELL_BYTES);
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
    Optional<WorkbookContainer> container = WorkbookContainer.open(file, bytes, problems);
    if (container.isEmpty()) {
      return List.of();
    }
    List<RuleProblem> found = new ArrayList<>();
    try {
      StoredWorkbook workbook = StoredWorkbook.read(container.get());
      List<Sheet> sheets = new ArrayList<>();
      for (StoredWorkbook.SheetEntry entry : workbook.sheets()) {
        StoredSheet sheet = workbook.sheet(entry);
        reading.apply(new SheetReader(file, workbook, entry, sheet, found)).forEach(sheets::add);
      }
      problems.addAll(found);
      return sheets;
    } catch (UnpackLimit.TooLargeException bomb) {
      problems.add(WorkbookContainer.tooLarge(file));
    } catch (Xml.DoctypeException declared) {
      problems.add(WorkbookContainer.doctype(file, "of a sheet"));
    } catch (IOException | XMLStreamException broken) {
      problems.add(
          broken instanceof XMLStreamException inXml
                  && inXml.getNestedException() instanceof UnpackLimit.TooLargeException
              ? WorkbookContainer.tooLarge(file)
              : WorkbookContainer.notAWorkbook(file));
    }
    return List.of();
  }

  /**
   * Whether two workbooks without problems say the same in every cell of all their sheets, also in
   * those for people, whatever program wrote them. Looks do not count, as far as they are no
   * warning.
   */
  public static boolean haveSameCells(byte[] one, byte[] other) {
    Optional<List<Sheet>> sheets = withoutProblems(one);
    return sheets.isPresent() && sheets.equals(withoutProblems(other));
  }

  private static Optional<List<Sheet>> withoutProblems(byte[] workbook) {
    List<RuleProblem> problems = new ArrayList<>();
    read("", workbook, problems);
    List<Sheet> sheets = readAll("", workbook, problems);
    return problems.isEmpty() ? Optional.of(sheets) : Optional.empty();
  }

  /**
   * The same workbook in a form that other readers of zip files take, too.
   *
   * @param workbook one that was read without problems
   */
  public static byte[] plain(byte[] workbook) {
    return PlainZip.of(workbook);
  }

  /**
   * The parts of a workbook by name.
   *
   * @param workbook one that was read without problems
   */
  public static Map<String, byte[]> parts(byte[] workbook) {
    return PlainZip.parts(workbook);
  }
}
