package io.redress.rules.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as typed by a user.
 *
 * @param from number of the original row that it is or copies; 0 for a new row
 * @param texts of the cells, one per column of the grid; null when nothing changes
 */
public record TypedRow(int from, @Nullable List<String> texts) {
  public TypedRow {
    texts = texts == null ? null : texts.stream().map(String::strip).toList();
  }
}
