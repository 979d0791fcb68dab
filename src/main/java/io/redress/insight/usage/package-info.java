/**
 * How often the rows of a rule set answered, and the money of these decisions.
 *
 * <p>The entry is {@link io.redress.insight.usage.RuleSetUsage}. A row of another rule set with the
 * same cells is the same row, which {@link io.redress.insight.usage.RowIdentities} tells, so usage
 * goes on when other rows change.
 */
@NullMarked
package io.redress.insight.usage;

import org.jspecify.annotations.NullMarked;
