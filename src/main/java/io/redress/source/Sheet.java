package io.redress.source;

import java.util.List;

/**
 * A worksheet's cells: no formulas, errors or merged regions are left in it.
 *
 * @param file path of the workbook inside the rule set
 * @param rows the rows that hold anything, top down; in each the cells that hold anything, left to
 *     right
 */
public record Sheet(String file, String name, List<List<Cell>> rows) {
  public Sheet {
    rows = rows.stream().map(List::copyOf).toList();
  }
}
