package io.redress.domain.decision;

import java.util.List;

/** A rule that fired, and where it is written. */
public sealed interface RuleSource {

  /** The rule's own name. */
  String rule();

  /** Path of the file inside the rule set. */
  String file();

  /**
   * A row of a decision table.
   *
   * @param row as the spreadsheet shows it, from 1
   * @param cells the addresses of the row's conditions and outcomes, e.g. {@code B7}
   */
  record TableRow(String rule, String file, String sheet, int row, List<String> cells)
      implements RuleSource {
    public TableRow {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A rule in DRL.
   *
   * @param line of the rule's first line, from 1
   */
  record DrlRule(String rule, String file, int line) implements RuleSource {}
}
