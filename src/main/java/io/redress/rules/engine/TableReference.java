package io.redress.rules.engine;

import io.redress.platform.text.ClosestWord;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.table.Tables;
import java.util.Optional;

/**
 * A reference to a table in a rule.
 *
 * @param line of the reference, from 1
 */
record TableReference(String file, int line, String table) {

  /** Returns a problem when the table does not exist. */
  Optional<RuleProblem> missingFrom(Tables tables) {
    return tables.names().contains(table)
        ? Optional.empty()
        : Optional.of(
            RuleProblem.ofLine(
                file,
                line,
                ProblemCode.TABLE_MISSING,
                table,
                "the table " + table + " does not exist.",
                ClosestWord.advice(table, tables.names(), "Add the table, or ask another one.")));
  }
}
