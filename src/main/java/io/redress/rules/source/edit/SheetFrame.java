package io.redress.rules.source.edit;

import io.redress.rules.source.edit.RowMoves.Span;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What is written around the cells of the sheet whose rows move: lists of allowed values,
 * conditional formats, filters, links, merged cells, page breaks, protection.
 */
final class SheetFrame {
  private static final String AREAS = "sqref";
  private static final String REF = "ref";
  private static final String COUNT = "count";
  private static final Set<String> FORMULAS = Set.of("formula", "formula1", "formula2", "f");

  private final SheetReferences references;
  private final RowMoves moves;

  SheetFrame(SheetReferences references) {
    this.references = references;
    this.moves = references.moves();
  }

  void follow(Element frame) {
    for (Element part : Dom.children(frame)) {
      switch (part.getLocalName()) {
        case "sheetData", "sheetViews", "dimension" -> {}
        case "autoFilter", "sortState" -> filter(part);
        case "mergeCells" -> merged(part);
        case "hyperlinks" -> links(part);
        case "rowBreaks" -> breaks(part);
        default -> other(part);
      }
    }
  }

  /** A filter grows and shrinks with the table, and so does the order that it was sorted by. */
  static void filter(Element filter, RowMoves moves) {
    Dom.walk(
        filter,
        element -> {
          String ref = element.getAttribute(REF);
          if (CellArea.isArea(ref)) {
            CellArea area = CellArea.of(ref);
            element.setAttribute(REF, area.at(moves.around(area.rows())).toString());
          }
        });
  }

  private void filter(Element filter) {
    filter(filter, moves);
  }

  private void merged(Element list) {
    for (Element one : Dom.children(list)) {
      CellArea area = CellArea.of(one.getAttribute(REF));
      List<Span> now = moves.follow(area.rows());
      boolean insideRow = area.rows().size() == 1;
      if (insideRow) {
        List<Integer> rows = moves.newRows(area.rows().top());
        repeat(one, rows.stream().map(row -> area.at(new Span(row, row))).toList());
      } else if (now.isEmpty()) {
        Dom.remove(one);
      } else if (now.size() == 1 && now.get(0).size() == area.rows().size()) {
        one.setAttribute(REF, area.at(now.get(0)).toString());
      } else {
        throw EditRefusedException.referring(
            references.place(references.sheet(), area.toString()),
            area.toString(),
            "these cells are merged, and their rows would no longer be next to each other");
      }
    }
    tidy(list);
  }

  private void links(Element list) {
    for (Element one : Dom.children(list)) {
      String ref = one.getAttribute(REF);
      if (CellArea.isArea(ref)) {
        CellArea area = CellArea.of(ref);
        List<CellArea> now =
            area.rows().size() == 1
                ? moves.newRows(area.rows().top()).stream()
                    .map(row -> area.at(new Span(row, row)))
                    .toList()
                : moves.follow(area.rows()).stream().map(area::at).toList();
        repeat(one, now);
      }
    }
    tidy(list);
  }

  /** Writes an element for each of the ranges, and none when there are none. */
  private static void repeat(Element one, List<CellArea> areas) {
    Node next = one.getNextSibling();
    for (int i = 1; i < areas.size(); i++) {
      Element copy = (Element) one.cloneNode(true);
      copy.setAttribute(REF, areas.get(i).toString());
      copy.removeAttribute("xr:uid");
      one.getParentNode().insertBefore(copy, next);
    }
    if (areas.isEmpty()) {
      Dom.remove(one);
    } else {
      one.setAttribute(REF, areas.get(0).toString());
    }
  }

  /** A break comes behind the row of its number. */
  private void breaks(Element list) {
    for (Element one : Dom.children(list)) {
      String id = one.getAttribute("id");
      if (!id.isEmpty()) {
        int now = moves.anchor(Integer.parseInt(id.trim()));
        one.setAttribute("id", Integer.toString(now));
      }
    }
    tidy(list);
    if (list.hasAttribute("manualBreakCount")) {
      list.setAttribute("manualBreakCount", Integer.toString(Dom.children(list).size()));
    }
  }

  private static void tidy(Element list) {
    int size = Dom.children(list).size();
    if (size == 0) {
      Dom.remove(list);
    } else if (list.hasAttribute(COUNT)) {
      list.setAttribute(COUNT, Integer.toString(size));
    }
  }

  private void other(Element element) {
    boolean any = false;
    for (Element child : Dom.children(element)) {
      other(child);
      any = true;
    }
    point(element);
    Anchors.shift(element, moves);
    if (element.hasAttribute(AREAS)) {
      String areas = element.getAttribute(AREAS);
      String now = CellArea.follow(areas, moves);
      if (now.isEmpty()) {
        Dom.remove(element);
      } else {
        element.setAttribute(AREAS, now);
        formulas(element, CellArea.top(areas), CellArea.top(now));
      }
    } else if (any && element.hasAttribute(COUNT)) {
      tidy(element);
    }
    extension(element);
  }

  /** Watched cells and inputs of scenarios. */
  private void point(Element element) {
    String name = element.getLocalName();
    boolean cell = name.equals("cellWatch") || name.equals("inputCells");
    if (cell && CellArea.isArea(element.getAttribute("r"))) {
      CellArea area = CellArea.of(element.getAttribute("r"));
      List<Integer> now = moves.newRows(area.rows().top());
      if (now.isEmpty()) {
        Dom.remove(element);
      } else {
        element.setAttribute("r", area.at(new Span(now.get(0), now.get(0))).toString());
      }
    }
  }

  /** Extensions of later versions have their ranges in an element instead of an attribute. */
  private void extension(Element element) {
    Element range = Dom.child(element, AREAS);
    if (range == null || range.getTextContent().isBlank()) {
      return;
    }
    String areas = range.getTextContent();
    String now = CellArea.follow(areas, moves);
    if (now.isEmpty()) {
      Dom.remove(element);
      return;
    }
    range.setTextContent(now);
    if (Dom.is(element, "sparkline")) {
      sparkline(element);
    } else {
      formulas(element, CellArea.top(areas), CellArea.top(now));
    }
  }

  private void sparkline(Element element) {
    Element data = Dom.child(element, "f");
    if (data != null) {
      data.setTextContent(
          references.outside(
              data.getTextContent(),
              references.place(references.sheet(), null),
              "a chart in a cell"));
    }
  }

  /** Formulas are relative to the first cell of their range, so they move with it. */
  private void formulas(Element element, int before, int now) {
    for (Element child : Dom.children(element)) {
      boolean formula = FORMULAS.contains(child.getLocalName()) && Dom.children(child).isEmpty();
      if (formula && !child.getTextContent().isBlank()) {
        child.setTextContent(
            references.anchored(
                child.getTextContent(),
                before,
                now,
                references.place(references.sheet(), null),
                "a conditional format or a list of allowed values"));
      }
      formulas(child, before, now);
    }
  }
}
