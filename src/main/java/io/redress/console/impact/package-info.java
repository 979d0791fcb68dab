/**
 * The pages about what a candidate would have cost: runs begun, at work, and their results; and
 * what it decides beside the active rule set.
 *
 * <p>{@link io.redress.console.impact.ImpactPageResource} and {@link
 * io.redress.console.impact.ShadowPageResource} are the entries.
 */
@NullMarked
package io.redress.console.impact;

import org.jspecify.annotations.NullMarked;
