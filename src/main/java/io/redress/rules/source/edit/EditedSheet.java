package io.redress.rules.source.edit;

import io.redress.rules.source.Cell;
import io.redress.rules.source.Place;
import io.redress.rules.source.edit.RowMoves.Span;
import io.redress.rules.source.edit.SheetXml.CellXml;
import io.redress.rules.source.edit.SheetXml.FormulaXml;
import io.redress.rules.source.edit.SheetXml.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cells of the sheet whose rows move. Cells that move keep what is written in them. */
final class EditedSheet {
  private final SheetXml sheet;
  private final SheetReferences references;
  private final RowMoves moves;

  EditedSheet(SheetXml sheet, SheetReferences references) {
    this.sheet = sheet;
    this.references = references;
    this.moves = references.moves();
  }

  /** Moves the rows to their new places; new rows get a style only. */
  void move() {
    separateShared();
    Map<Integer, Row> before = new HashMap<>();
    sheet.rows().forEach(row -> before.put(row.number, row));
    List<Row> after = new ArrayList<>();
    for (Row row : sheet.rows()) {
      if (row.number < moves.first()) {
        row.cells.replaceAll(cell -> moved(cell, row.number, row.number, false));
        after.add(row);
      }
    }
    Set<Integer> placed = new HashSet<>();
    for (int i = 0; i < moves.sources().size(); i++) {
      int number = moves.first() + i;
      int source = moves.sources().get(i);
      if (source == EditedRow.NEW) {
        add(after, blank(before.get(moves.styles().get(i)), number));
      } else {
        boolean copy = !placed.add(source);
        add(after, moved(before.get(source), source, number, copy));
      }
    }
    sheet.rows().clear();
    sheet.rows().addAll(after);
  }

  private static void add(List<Row> rows, @Nullable Row row) {
    if (row != null) {
      rows.add(row);
    }
  }

  private static @Nullable Row blank(@Nullable Row neighbour, int number) {
    if (neighbour == null) {
      return null;
    }
    Row row = neighbour.at(number);
    row.cells.replaceAll(cell -> CellXml.blank(cell.column(), cell.style()));
    return row;
  }

  private @Nullable Row moved(@Nullable Row source, int from, int to, boolean copy) {
    if (source == null) {
      return null;
    }
    Row row = source.at(to);
    row.cells.replaceAll(cell -> moved(cell, from, to, copy));
    return row;
  }

  private CellXml moved(CellXml cell, int from, int to, boolean copy) {
    FormulaXml formula = cell.formula();
    if (formula == null) {
      return cell;
    }
    String address = Cell.address(cell.column(), from);
    Place place = references.place(references.sheet(), address);
    Map<String, String> attributes = new LinkedHashMap<>(formula.attributes());
    String ref = attributes.get("ref");
    if (ref != null) {
      CellArea area = CellArea.of(ref);
      boolean moving = area.rows().bottom() >= moves.first();
      if (moving && (area.rows().size() > 1 || formula.kind().equals("dataTable"))) {
        throw EditRefusedException.referring(
            place,
            formula.text(),
            "the formula fills the cells " + ref + ", which cannot be moved");
      }
      attributes.put("ref", area.at(moving ? new Span(to, to) : area.rows()).toString());
    }
    return cell.with(
        new FormulaXml(attributes, references.inside(formula.text(), from, to, copy, place)));
  }

  /** Gives each cell its own formula instead of one that it shares with others. */
  private void separateShared() {
    Map<String, OtherParts.Shared> shared = OtherParts.shared(sheet);
    if (shared.isEmpty()) {
      return;
    }
    for (Row row : sheet.rows()) {
      row.cells.replaceAll(
          cell -> {
            FormulaXml formula = cell.formula();
            return formula != null && formula.kind().equals("shared")
                ? cell.with(new FormulaXml(Map.of(), OtherParts.written(cell, row, shared)))
                : cell;
          });
    }
  }

  /** The row of a number, added if it is not there. */
  Row row(int number) {
    return sheet.row(number);
  }
}
