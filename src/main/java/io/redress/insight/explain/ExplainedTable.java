package io.redress.insight.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.rules.table.HitPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as it was asked; a table that is asked twice is there twice.
 *
 * @param asked whether a rule asked it; otherwise its rows are compared with the facts and outcomes
 *     at the end
 * @param won the row that answered, or the first of those; absent if none did
 * @param alsoWon the others, if its hit policy is COLLECT
 * @param rows all rows from the top, or those that were asked for
 * @param leftOut number of rows that are not listed: those furthest from matching
 * @param sentence what it answered, as text
 */
public record ExplainedTable(
    String table,
    String file,
    String sheet,
    HitPolicy hitPolicy,
    boolean asked,
    String sentence,
    @Nullable AnsweringRow won,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<AnsweringRow> alsoWon,
    List<ExplainedRow> rows,
    int leftOut) {
  public ExplainedTable {
    alsoWon = List.copyOf(alsoWon);
    rows = List.copyOf(rows);
  }
}
