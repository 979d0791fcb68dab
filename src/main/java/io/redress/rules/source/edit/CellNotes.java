package io.redress.rules.source.edit;

import io.redress.rules.source.Cell;
import io.redress.rules.source.edit.RowMoves.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Notes and threads of comments, with the shapes that show them. A copied row has copies of its
 * notes; threads stay with the first.
 */
final class CellNotes {
  private static final String REF = "ref";

  /** Begins the author of a note that stands for a thread. */
  private static final String THREAD = "tc=";

  private static final Pattern SHAPE_ID = Pattern.compile("(.*_s)(\\d+)");

  private final PackageParts parts;
  private final String sheet;
  private final RowMoves moves;

  /** For each copy of a note: its original cell and its own, as addresses. */
  private record Copied(CellArea from, int to) {}

  private CellNotes(PackageParts parts, String sheet, RowMoves moves) {
    this.parts = parts;
    this.sheet = sheet;
    this.moves = moves;
  }

  /**
   * @param sheet name of the sheet's part
   */
  static void follow(PackageParts parts, String sheet, RowMoves moves) {
    CellNotes notes = new CellNotes(parts, sheet, moves);
    for (String part : parts.related(sheet, "/threadedComment")) {
      notes.threads(parts.document(part).getDocumentElement());
    }
    List<Copied> copies = new ArrayList<>();
    for (String part : parts.related(sheet, "/comments")) {
      notes.comments(parts.document(part).getDocumentElement(), copies);
    }
    for (String part : parts.related(sheet, "/vmlDrawing")) {
      notes.shapes(parts.document(part).getDocumentElement(), copies);
    }
  }

  private void threads(Element list) {
    for (Element one : Dom.children(list)) {
      if (CellArea.isArea(one.getAttribute(REF))) {
        CellArea cell = CellArea.of(one.getAttribute(REF));
        moves
            .newRow(cell.rows().top())
            .ifPresentOrElse(
                row -> one.setAttribute(REF, cell.at(new Span(row, row)).toString()),
                () -> Dom.remove(one));
      }
    }
  }

  private void comments(Element root, List<Copied> copies) {
    Element list = Dom.child(root, "commentList");
    Element authors = Dom.child(root, "authors");
    if (list == null) {
      return;
    }
    Set<String> threads = threads();
    for (Element one : Dom.children(list)) {
      CellArea cell = CellArea.of(one.getAttribute(REF));
      List<Integer> rows = moves.newRows(cell.rows().top());
      if (rows.isEmpty()) {
        Dom.remove(one);
        continue;
      }
      Dom.walk(one, element -> Anchors.shift(element, moves));
      one.setAttribute(REF, cell.at(new Span(rows.get(0), rows.get(0))).toString());
      boolean thread = threads.contains(cell.toString()) || author(authors, one).startsWith(THREAD);
      for (int i = 1; i < rows.size() && !thread; i++) {
        Element copy = (Element) one.cloneNode(true);
        copy.setAttribute(REF, cell.at(new Span(rows.get(i), rows.get(i))).toString());
        copy.removeAttribute("xr:uid");
        list.appendChild(copy);
        copies.add(new Copied(cell, rows.get(i)));
      }
    }
  }

  private static String author(@Nullable Element authors, Element comment) {
    List<Element> all = authors == null ? List.of() : Dom.children(authors);
    String id = comment.getAttribute("authorId").trim();
    int index = id.isEmpty() ? 0 : Integer.parseInt(id);
    return index < all.size() ? all.get(index).getTextContent() : "";
  }

  /** The cells with threads as they were. */
  private Set<String> threads() {
    Set<String> cells = new HashSet<>();
    for (String part : parts.related(sheet, "/threadedComment")) {
      Element before = Dom.parse(parts.content(part)).getDocumentElement();
      Dom.children(before).forEach(one -> cells.add(one.getAttribute(REF)));
    }
    return cells;
  }

  private void shapes(Element root, List<Copied> copies) {
    Map<String, Element> byCell = new HashMap<>();
    Dom.walk(
        root,
        element -> {
          if (Dom.is(element, "ClientData") && element.getParentNode() instanceof Element shape) {
            Element row = Dom.child(element, "Row");
            Element column = Dom.child(element, "Column");
            if (row != null && column != null) {
              byCell.put(row.getTextContent().trim() + ":" + column.getTextContent().trim(), shape);
            } else {
              anchor(element, anchorRow(element) + 1);
            }
          }
        });
    for (Copied copy : copies) {
      int row = copy.from.rows().top() - 1;
      Element shape = byCell.get(row + ":" + Cell.column(copy.from.left()));
      if (shape != null) {
        Element other = (Element) shape.cloneNode(true);
        renumber(root, other);
        shape.getParentNode().appendChild(other);
        place(other, row, copy.to);
      }
    }
    byCell.forEach(
        (cell, shape) -> {
          int row = Integer.parseInt(cell.substring(0, cell.indexOf(':')));
          moves
              .newRow(row + 1)
              .ifPresentOrElse(now -> place(shape, row, now), () -> Dom.remove(shape));
        });
  }

  /**
   * @param before the row of the note, from 0
   * @param now its new row, from 1
   */
  private static void place(Element shape, int before, int now) {
    Element data = Dom.child(shape, "ClientData");
    Element row = data == null ? null : Dom.child(data, "Row");
    if (data != null && row != null) {
      row.setTextContent(Integer.toString(now - 1));
      shift(data, now - 1 - before);
    }
  }

  private void anchor(Element data, int row) {
    if (row > 0) {
      shift(data, moves.anchor(row) - row);
    }
  }

  /** The first row that a shape covers, from 0; -1 when it says none. */
  private static int anchorRow(Element data) {
    int[] numbers = numbers(Dom.child(data, "Anchor"));
    return numbers.length == 8 ? numbers[2] : -1;
  }

  /** An anchor is column, offset, row, offset of two corners. */
  private static void shift(Element data, int by) {
    Element anchor = Dom.child(data, "Anchor");
    int[] numbers = numbers(anchor);
    if (anchor != null && numbers.length == 8) {
      int height = numbers[6] - numbers[2];
      numbers[2] = Math.max(0, numbers[2] + by);
      numbers[6] = numbers[2] + height;
      anchor.setTextContent(
          Arrays.stream(numbers).mapToObj(Integer::toString).collect(Collectors.joining(", ")));
    }
  }

  private static int[] numbers(@Nullable Element anchor) {
    if (anchor == null || anchor.getTextContent().isBlank()) {
      return new int[0];
    }
    return Arrays.stream(anchor.getTextContent().trim().split("\\s*,\\s*"))
        .mapToInt(Integer::parseInt)
        .toArray();
  }

  private static void renumber(Element root, Element shape) {
    Matcher id = SHAPE_ID.matcher(shape.getAttribute("id"));
    if (id.matches()) {
      int[] highest = {0};
      Dom.walk(
          root,
          element -> {
            Matcher other = SHAPE_ID.matcher(element.getAttribute("id"));
            if (other.matches()) {
              highest[0] = Math.max(highest[0], Integer.parseInt(other.group(2)));
            }
          });
      shape.setAttribute("id", id.group(1) + (highest[0] + 1));
      shape.removeAttribute("o:spid");
    }
  }
}
