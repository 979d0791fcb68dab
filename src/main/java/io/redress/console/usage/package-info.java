/**
 * Which rows of a rule set are used: the page of a rule set, the figures beside the rows of a
 * table, and workbooks with usage.
 *
 * <p>{@link io.redress.console.usage.UsagePageResource} is the entry.
 */
@NullMarked
package io.redress.console.usage;

import org.jspecify.annotations.NullMarked;
