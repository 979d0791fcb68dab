/**
 * The difference of two rule sets: files, tables, rows, cells, and for which facts answers change.
 */
@NullMarked
package io.redress.check.compare;

import org.jspecify.annotations.NullMarked;
