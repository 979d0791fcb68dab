package io.redress.rules.engine;

import io.redress.platform.text.ClosestWord;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.table.Tables;
import java.util.Optional;

/**
 * A table that a rule asks for.
 *
 * @param line where it does so, from 1
 */
record TableReference(String file, int line, String table) {

  /** What is wrong where there is no such table. */
  Optional<RuleProblem> missingFrom(Tables tables) {
    return tables.names().contains(table)
        ? Optional.empty()
        : Optional.of(
            RuleProblem.ofLine(
                file,
                line,
                ProblemCode.TABLE_MISSING,
                table,
                "no sheet holds the table " + table + ".",
                ClosestWord.advice(table, tables.names(), "Add the table, or ask another one.")));
  }
}
