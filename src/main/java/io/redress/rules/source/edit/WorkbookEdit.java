package io.redress.rules.source.edit;

import io.redress.rules.source.Cell;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Replaces the rows of a worksheet. Rows that move or are copied keep what is written in their
 * cells; whatever refers to them follows, or the edit is refused.
 */
public final class WorkbookEdit {
  /** Parts of a workbook that come before its settings for calculation. */
  private static final Set<String> BEFORE_CALCULATION =
      Set.of("sheets", "functionGroups", "externalReferences", "definedNames");

  private final String file;
  private final String sheetName;
  private final PackageParts parts;
  private final Map<String, String> sheets = new LinkedHashMap<>();
  private final List<String> order = new ArrayList<>();

  private WorkbookEdit(String file, byte[] workbook, String sheetName) {
    this.file = file;
    this.sheetName = sheetName;
    this.parts = new PackageParts(workbook);
    parts.sheetElements().forEach(one -> order.add(one.getAttribute("name")));
    parts.sheets().forEach((name, part) -> sheets.put(part, name));
  }

  /**
   * Returns the workbook with new rows in a sheet, or the same array when nothing changes.
   *
   * @param file path inside the rule set, for problems
   * @param workbook a valid workbook
   * @param first number of the first row that may change; the rows above are headings
   * @param last number of the last row that the new ones replace; rows below move with it
   * @param rows the new rows from the first on
   * @throws EditRefusedException when something would be lost, or a cell would read as another
   *     value
   */
  public static byte[] of(
      String file, byte[] workbook, String sheetName, int first, int last, List<EditedRow> rows) {
    try {
      return new WorkbookEdit(file, workbook, sheetName).edited(workbook, first, last, rows);
    } catch (IllegalArgumentException broken) {
      throw new EditRefusedException(
          RuleProblem.ofFile(
              file,
              ProblemCode.NOT_READ_BACK,
              "a part of the workbook cannot be read, and would be lost.",
              "Edit it in a spreadsheet program, and send the workbook."));
    }
  }

  private byte[] edited(byte[] workbook, int first, int last, List<EditedRow> visible) {
    String part =
        sheets.entrySet().stream()
            .filter(sheet -> sheet.getValue().equals(sheetName))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no sheet " + sheetName));
    int lastFilled = Math.max(SheetXmlReader.lastFilled(parts.content(part)), last);
    List<EditedRow> rows = new ArrayList<>(visible);
    for (int number = last + 1; number <= lastFilled; number++) {
      rows.add(EditedRow.kept(number));
    }
    RowMoves moves = RowMoves.of(first, Math.max(lastFilled, first - 1), rows);
    if (moves.none() && rows.stream().allMatch(row -> row.cells().isEmpty())) {
      return workbook;
    }
    SheetXml sheet =
        SheetXmlReader.read(
            parts.content(part), moves.last(), Math.max(moves.last(), moves.newLast()));
    SheetReferences references = new SheetReferences(file, sheetName, order, moves);
    EditedSheet cells = new EditedSheet(sheet, references);
    if (!moves.none()) {
      cells.move();
      new SheetFrame(references).follow(sheet.frame());
      CellNotes.follow(parts, part, moves);
      TableParts.follow(parts, part, references);
      for (String drawing : parts.related(part, "/drawing")) {
        Dom.walk(parts.document(drawing).getDocumentElement(), one -> Anchors.shift(one, moves));
      }
      OtherParts others = new OtherParts(parts, references, part);
      others.linksOf(sheet.frame());
      others.follow(sheets);
    }
    write(sheet, cells, first, rows);
    dimension(sheet);
    parts.replace(part, sheet.bytes());
    recalculate();
    byte[] edited = parts.bytes();
    ReadBack.verify(file, workbook, edited, sheetName, moves, rows);
    return edited;
  }

  private void write(SheetXml sheet, EditedSheet cells, int first, List<EditedRow> rows) {
    Optional<String> part = parts.related(parts.workbook(), "/styles").stream().findFirst();
    Document document =
        part.map(parts::document)
            .orElseGet(() -> CellStyles.minimal(String.valueOf(root().getNamespaceURI())));
    CellStyles styles = new CellStyles(document.getDocumentElement());
    CellWriter writer = new CellWriter(sheet, styles, countsFrom1904(root()));
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).cells().isEmpty()) {
        SheetXml.Row row = cells.row(first + i);
        rows.get(i).cells().forEach((column, cell) -> writer.write(row, column, cell));
      }
    }
    if (part.isEmpty() && styles.anyChanged()) {
      parts.add("styles", Dom.bytes(document));
    }
  }

  private Element root() {
    return parts.document(parts.workbook()).getDocumentElement();
  }

  /**
   * Whether a workbook counts days from 1904.
   *
   * @param root of its part
   */
  static boolean countsFrom1904(Element root) {
    Element element = Dom.child(root, "workbookPr");
    return element != null && Set.of("1", "true").contains(element.getAttribute("date1904").trim());
  }

  /** The range of cells that a sheet says it has. */
  static void dimension(SheetXml sheet) {
    Element dimension = Dom.child(sheet.frame(), "dimension");
    if (dimension != null && CellArea.isArea(dimension.getAttribute("ref"))) {
      CellArea area = CellArea.of(dimension.getAttribute("ref"));
      int right =
          sheet.rows().stream()
              .flatMap(row -> row.cells.stream())
              .mapToInt(SheetXml.CellXml::column)
              .max()
              .orElse(0);
      String column = Cell.letters(Math.max(right, Cell.column(area.right())));
      int bottom = Math.max(sheet.end(), area.rows().top());
      dimension.setAttribute(
          "ref",
          new CellArea(area.left(), column, new RowMoves.Span(area.rows().top(), bottom))
              .toString());
    }
  }

  /**
   * Formulas keep their last results; programs calculate them again when they open the workbook.
   */
  private void recalculate() {
    parts
        .related(parts.workbook(), "/calcChain")
        .forEach(chain -> parts.remove(chain, parts.workbook()));
    if (sheets.keySet().stream().noneMatch(this::hasFormulas)) {
      return;
    }
    Element root = root();
    Element settings = Dom.child(root, "calcPr");
    if (settings == null) {
      String prefix = root.getPrefix() == null ? "" : root.getPrefix() + ":";
      settings = root.getOwnerDocument().createElementNS(root.getNamespaceURI(), prefix + "calcPr");
      Node next = root.getFirstChild();
      for (Element child : Dom.children(root)) {
        if (BEFORE_CALCULATION.contains(child.getLocalName())) {
          next = child.getNextSibling();
        }
      }
      root.insertBefore(settings, next);
    }
    settings.setAttribute("fullCalcOnLoad", "1");
  }

  private boolean hasFormulas(String sheet) {
    String text = new String(parts.content(sheet), StandardCharsets.ISO_8859_1).replace("\0", "");
    return text.contains("<f>")
        || text.contains("<f ")
        || text.contains(":f>")
        || text.contains(":f ");
  }
}
