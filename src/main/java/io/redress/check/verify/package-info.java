/**
 * Analyses decision tables for gaps, overlaps, unreachable rows and duplicate rows.
 *
 * <p>The entry is {@link io.redress.check.verify.Verification}; it returns {@link
 * io.redress.check.verify.Finding}s. Rows become boxes of facts ({@link
 * io.redress.check.verify.Boxes} over a {@link io.redress.check.verify.Domain} for each column),
 * and {@link io.redress.check.verify.Subtraction} decides whether boxes cover each other.
 */
@NullMarked
package io.redress.check.verify;

import org.jspecify.annotations.NullMarked;
