/**
 * The pages about what a candidate would have cost: runs begun, at work, and their results.
 *
 * <p>{@link io.redress.console.impact.ImpactPageResource} is the entry.
 */
@NullMarked
package io.redress.console.impact;

import org.jspecify.annotations.NullMarked;
