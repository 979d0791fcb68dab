package io.redress.check.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An edit of a table that can be made alone.
 *
 * @param cell its address in the later version, or the earlier one where the row was removed: of a
 *     cell such as {@code B7}, of a row such as {@code A7:F7}, or {@code table} for all of it
 * @param column the name of the column in row 3; absent where more than a cell is edited
 * @param before what was there, in normal form
 * @param after what is there now, in normal form
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TableEdit(
    String file,
    String sheet,
    String table,
    ChangeKind change,
    String cell,
    @Nullable String column,
    String before,
    String after) {}
