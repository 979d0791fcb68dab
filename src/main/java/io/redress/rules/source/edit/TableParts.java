package io.redress.rules.source.edit;

import io.redress.rules.source.edit.RowMoves.Span;
import org.w3c.dom.Element;

/** Tables of Excel (Ctrl+T) in the sheet whose rows move. */
final class TableParts {
  private static final String REF = "ref";

  private TableParts() {}

  /**
   * @param sheet name of the sheet's part
   */
  static void follow(PackageParts parts, String sheet, SheetReferences references) {
    for (String part : parts.related(sheet, "/table")) {
      table(parts.document(part).getDocumentElement(), references);
    }
    for (String part : parts.related(sheet, "/tableSingleCells")) {
      for (Element one : Dom.children(parts.document(part).getDocumentElement())) {
        CellArea cell = CellArea.of(one.getAttribute("r"));
        int row =
            references
                .row(cell.rows().top())
                .orElseThrow(() -> lost(references, cell, "a cell mapped to XML is there"));
        one.setAttribute("r", cell.at(new Span(row, row)).toString());
      }
    }
    for (String part : parts.related(sheet, "/pivotTable")) {
      Element location = Dom.child(parts.document(part).getDocumentElement(), "location");
      CellArea area = location == null ? null : CellArea.of(location.getAttribute(REF));
      if (area != null && area.rows().bottom() >= references.moves().first()) {
        throw lost(references, area, "a pivot table is there, which no row can be moved in");
      }
    }
  }

  private static void table(Element table, SheetReferences references) {
    CellArea area = CellArea.of(table.getAttribute(REF));
    RowMoves moves = references.moves();
    boolean header = !table.getAttribute("headerRowCount").equals("0");
    boolean totals = count(table, "totalsRowCount") > 0;
    Span rows = area.rows();
    Span now = moves.whole(rows).orElseThrow(() -> separated(references, area, table));
    boolean headerMoved =
        header && rows.top() >= moves.first() && moves.newRow(rows.top()).orElse(0) != now.top();
    boolean totalsMoved = totals && moves.newRow(rows.bottom()).orElse(0) != now.bottom();
    if (headerMoved || totalsMoved) {
      throw separated(references, area, table);
    }
    int least = now.top() + (header ? 1 : 0);
    Span kept = new Span(now.top(), Math.max(now.bottom(), least));
    table.setAttribute(REF, area.at(kept).toString());
    for (Element child : Dom.children(table)) {
      if (Dom.is(child, "autoFilter")) {
        Span filtered = new Span(kept.top(), kept.bottom() - (totals ? 1 : 0));
        child.setAttribute(REF, area.at(filtered).toString());
        Dom.children(child).forEach(one -> SheetFrame.filter(one, moves));
      } else if (Dom.is(child, "sortState")) {
        SheetFrame.filter(child, moves);
      }
    }
  }

  private static int count(Element table, String attribute) {
    String count = table.getAttribute(attribute).trim();
    return count.isEmpty() ? 0 : Integer.parseInt(count);
  }

  private static EditRefusedException separated(
      SheetReferences references, CellArea area, Element table) {
    return lost(
        references,
        area,
        "these cells are the table "
            + table.getAttribute("displayName")
            + ", and its rows would no longer be in one piece");
  }

  private static EditRefusedException lost(SheetReferences references, CellArea area, String why) {
    return EditRefusedException.referring(
        references.place(references.sheet(), area.toString()), area.toString(), why);
  }
}
