package io.redress.rules.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as somebody typed it.
 *
 * @param from number of the row that it was, or is a copy of; 0 for a new one
 * @param texts what is to stand in it, a text for each column of the grid; null where all stays
 */
public record TypedRow(int from, @Nullable List<String> texts) {
  public TypedRow {
    texts = texts == null ? null : texts.stream().map(String::strip).toList();
  }
}
