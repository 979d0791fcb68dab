package io.redress.rules.table;

import java.util.Optional;

/**
 * A column as its sheet shows it.
 *
 * @param position from 0
 * @param title as in row 3, such as {@code -> why}
 * @param label as in row 2; empty where there is none
 * @param meaning what its cells are read as; empty for remarks
 */
public record GridColumn(int position, String title, String label, Optional<Column> meaning) {}
