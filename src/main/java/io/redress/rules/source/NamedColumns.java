package io.redress.rules.source;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The columns of a sheet that has only columns of certain names, and remarks. */
public final class NamedColumns {
  private final Map<String, Integer> positions = new HashMap<>();

  private NamedColumns() {}

  /**
   * Reads the names of a sheet's columns.
   *
   * @param known whether a column may have a name
   * @param unknown takes the names that none may have
   * @param problems takes a problem for each name that is there twice
   */
  public static NamedColumns of(
      Sheet sheet, Predicate<String> known, Consumer<Cell> unknown, List<RuleProblem> problems) {
    NamedColumns columns = new NamedColumns();
    for (Cell name : sheet.names()) {
      if (name.namesRemark()) {
        continue;
      }
      if (!known.test(name.text())) {
        unknown.accept(name);
      } else if (columns.positions.putIfAbsent(name.text(), name.column()) != null) {
        problems.add(sheet.duplicateColumn(name));
      }
    }
    return columns;
  }

  public boolean contain(String name) {
    return positions.containsKey(name);
  }

  public boolean containAll(Collection<String> names) {
    return positions.keySet().containsAll(names);
  }

  /** The cell of a row in a column; null when it is empty, or the sheet lacks the column. */
  public @Nullable Cell cell(List<Cell> row, String name) {
    Integer position = positions.get(name);
    return position == null ? null : Cell.at(row, position);
  }

  /** The cells of a row by the names of their columns. */
  public Map<String, Cell> cells(List<Cell> row) {
    Map<String, Cell> cells = new HashMap<>();
    positions.forEach(
        (name, position) -> {
          Cell cell = Cell.at(row, position);
          if (cell != null) {
            cells.put(name, cell);
          }
        });
    return cells;
  }

  /** The address of a column's cell in a row, or the row's first one if the sheet lacks it. */
  public String address(String name, int row) {
    return Cell.address(positions.getOrDefault(name, 0), row);
  }
}
