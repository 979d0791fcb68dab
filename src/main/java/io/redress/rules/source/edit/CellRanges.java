package io.redress.rules.source.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.formula.FormulaParseException;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaRenderer;
import org.apache.poi.ss.formula.FormulaShifter;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Ranges of cells in a sheet: validation lists, conditional formats, protection, the filter, and
 * names.
 */
final class CellRanges {
  private static final String AREAS = "sqref";

  private final XSSFSheet sheet;
  private final RowMoves moves;

  private CellRanges(XSSFSheet sheet, RowMoves moves) {
    this.sheet = sheet;
    this.moves = moves;
  }

  /** Adapts the ranges to rows that moved. */
  static void follow(XSSFSheet sheet, RowMoves moves) {
    CellRanges ranges = new CellRanges(sheet, moves);
    for (Element part : children(sheet.getCTWorksheet().getDomNode())) {
      String name = part.getLocalName();
      if (!name.equals("sheetData") && !name.equals("sheetViews")) {
        ranges.follow(part);
      }
    }
    ranges.filter();
    ranges.names();
  }

  private static List<Element> children(Node node) {
    List<Element> children = new ArrayList<>();
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  private void follow(Element element) {
    boolean any = false;
    for (Element child : children(element)) {
      follow(child);
      any = true;
    }
    if (element.hasAttribute(AREAS)) {
      String areas = element.getAttribute(AREAS);
      List<CellRangeAddress> now = areas(areas);
      if (now.isEmpty()) {
        element.getParentNode().removeChild(element);
      } else {
        element.setAttribute(AREAS, text(now));
        shiftFormulas(element, top(before(areas)), top(now));
      }
    } else if (any && children(element).isEmpty() && element.hasAttribute("count")) {
      element.getParentNode().removeChild(element);
    } else if (element.hasAttribute("count")) {
      element.setAttribute("count", Integer.toString(children(element).size()));
    }
    extension(element);
  }

  /** Extensions of later versions have their ranges in an element instead of an attribute. */
  private void extension(Element element) {
    for (Element child : children(element)) {
      Node text = child.getFirstChild();
      if (AREAS.equals(child.getLocalName()) && text != null) {
        String areas = text.getNodeValue();
        List<CellRangeAddress> now = areas(areas);
        if (now.isEmpty()) {
          element.getParentNode().removeChild(element);
        } else {
          text.setNodeValue(text(now));
          shiftFormulas(element, top(before(areas)), top(now));
        }
        return;
      }
    }
  }

  private static List<CellRangeAddress> before(String areas) {
    return Arrays.stream(areas.trim().split("\\s+")).map(CellRangeAddress::valueOf).toList();
  }

  private List<CellRangeAddress> areas(String areas) {
    return before(areas).stream().flatMap(area -> moves.follow(area).stream()).toList();
  }

  private static String text(List<CellRangeAddress> areas) {
    return areas.stream().map(CellRangeAddress::formatAsString).collect(Collectors.joining(" "));
  }

  private static int top(List<CellRangeAddress> areas) {
    return areas.stream().mapToInt(CellRangeAddress::getFirstRow).min().orElse(0);
  }

  /** Formulas are relative to the first cell of their range, so they shift with it. */
  private void shiftFormulas(Element element, int before, int now) {
    if (before == now) {
      return;
    }
    for (Element child : children(element)) {
      Node text = child.getFirstChild();
      if (child.getLocalName().matches("formula[12]?|f")
          && text != null
          && text.getNodeValue() != null) {
        String shifted = shifted(text.getNodeValue(), before, now - before);
        if (shifted != null) {
          text.setNodeValue(shifted);
        }
      }
      shiftFormulas(child, before, now);
    }
  }

  private @Nullable String shifted(String formula, int row, int by) {
    var workbook = sheet.getWorkbook();
    int index = workbook.getSheetIndex(sheet);
    XSSFEvaluationWorkbook names = XSSFEvaluationWorkbook.create(workbook);
    try {
      Ptg[] parts = FormulaParser.parse(formula, names, FormulaType.CELL, index, row);
      FormulaShifter shifter =
          FormulaShifter.createForRowCopy(
              index, sheet.getSheetName(), row, row, by, SpreadsheetVersion.EXCEL2007);
      return shifter.adjustFormula(parts, index)
          ? FormulaRenderer.toFormulaString(names, parts)
          : null;
    } catch (FormulaParseException | IllegalStateException foreign) {
      return null;
    }
  }

  private void filter() {
    var filter = sheet.getCTWorksheet().getAutoFilter();
    if (filter != null) {
      filter.setRef(grown(CellRangeAddress.valueOf(filter.getRef())).formatAsString());
    }
  }

  private CellRangeAddress grown(CellRangeAddress area) {
    CellRangeAddress grown = area.copy();
    moves.newEnd(area.getLastRow() + 1).ifPresent(end -> grown.setLastRow(end - 1));
    return grown;
  }

  /** Print areas and filters are names as well. */
  private void names() {
    for (XSSFName name : sheet.getWorkbook().getAllNames()) {
      AreaReference area = area(name.getRefersToFormula());
      if (area != null && sheet.getSheetName().equals(area.getFirstCell().getSheetName())) {
        name.setRefersToFormula(follow(area).formatAsString());
      }
    }
  }

  private AreaReference follow(AreaReference area) {
    CellReference first = area.getFirstCell();
    CellReference last = area.getLastCell();
    if (first.getRow() + 1 < moves.first()) {
      return moves.newEnd(last.getRow() + 1).stream()
          .mapToObj(
              end -> new AreaReference(first, at(last, end - 1), SpreadsheetVersion.EXCEL2007))
          .findFirst()
          .orElse(area);
    }
    List<CellRangeAddress> now =
        moves.follow(new CellRangeAddress(first.getRow(), last.getRow(), 0, 0));
    return now.size() == 1
        ? new AreaReference(
            at(first, now.get(0).getFirstRow()),
            at(last, now.get(0).getLastRow()),
            SpreadsheetVersion.EXCEL2007)
        : area;
  }

  private static CellReference at(CellReference cell, int row) {
    return new CellReference(
        cell.getSheetName(), row, cell.getCol(), cell.isRowAbsolute(), cell.isColAbsolute());
  }

  /** Returns null for anything but a range of cells. */
  private static @Nullable AreaReference area(@Nullable String formula) {
    if (formula == null || !AreaReference.isContiguous(formula)) {
      return null;
    }
    try {
      AreaReference area = new AreaReference(formula, SpreadsheetVersion.EXCEL2007);
      return area.isWholeColumnReference() || area.getFirstCell().getRow() < 0 ? null : area;
    } catch (IllegalArgumentException constant) {
      return null;
    }
  }
}
