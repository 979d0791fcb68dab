package io.redress.rules.table;

import java.util.Optional;

/**
 * A column of a {@link TableGrid}.
 *
 * @param position from 0
 * @param title as in row 3, such as {@code -> why}
 * @param label as in row 2; may be empty
 * @param meaning the column of the table; empty for remarks and unknown names
 */
public record GridColumn(int position, String title, String label, Optional<Column> meaning) {}
