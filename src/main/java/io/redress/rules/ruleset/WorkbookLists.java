package io.redress.rules.ruleset;

import io.redress.rules.source.edit.DropDowns;
import io.redress.rules.source.edit.DropDowns.DropDown;
import io.redress.rules.table.Column;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.Term;
import java.util.ArrayList;
import java.util.List;

/** The drop-down lists of workbooks: what the grid of the console offers, in spreadsheets. */
final class WorkbookLists {
  /** What a condition can say of any term, as the grid offers it. */
  private static final List<String> OF_CONDITIONS = List.of("-", "known", "not known");

  /** What an outcome can say instead of a value. */
  private static final String NOTHING = "-";

  private WorkbookLists() {}

  /** The lists of all columns with a list of values in the tables of a workbook. */
  static List<DropDown> of(String file, RuleSet rules) {
    List<DropDown> lists = new ArrayList<>();
    for (DecisionTable table : rules.tables().all()) {
      if (table.file().equals(file)) {
        for (Column column : table.columns()) {
          List<String> choices = rules.codes().choices(column.term());
          if (!choices.isEmpty()) {
            lists.add(list(table.sheet(), column, choices));
          }
        }
      }
    }
    return lists;
  }

  private static DropDown list(String sheet, Column column, List<String> choices) {
    Term term = column.term();
    List<String> values = new ArrayList<>(choices);
    if (column.outcome()) {
      values.add(NOTHING);
    } else {
      values.addAll(OF_CONDITIONS);
    }
    String kind = column.outcome() ? DropDowns.ANSWERS : DropDowns.CONDITIONS;
    return new DropDown(sheet, column.position(), kind + term.name().replace('.', '_'), values);
  }
}
