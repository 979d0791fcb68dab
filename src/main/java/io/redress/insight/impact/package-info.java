/**
 * Says what a change of rules would have cost: disputes of the past are decided by two rule sets,
 * and the differences are added up, by edit of a cell as well.
 *
 * <p>{@link io.redress.insight.impact.Evaluator} compares one dispute at a time, in any number of
 * threads; {@link io.redress.insight.impact.Tally} adds up, in one; {@link
 * io.redress.insight.impact.ImpactReport} is the result. {@link
 * io.redress.insight.impact.Comparison} has the rule sets between the two that have one edit alone,
 * or all but one.
 */
@NullMarked
package io.redress.insight.impact;

import org.jspecify.annotations.NullMarked;
