package io.redress.source;

import java.util.List;

/**
 * A worksheet's cells: no formulas, errors or merged regions are left in it.
 *
 * @param file path of the workbook inside the rule set
 * @param rows those that hold anything, top down, the first of them with A1; in each the cells that
 *     hold anything, left to right
 */
public record Sheet(String file, String name, List<List<Cell>> rows) {
  public Sheet {
    rows = rows.stream().map(List::copyOf).toList();
  }
}
