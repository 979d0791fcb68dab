/**
 * Gates: when the activation of a candidate needs more than its admission, by what an impact run
 * says about it.
 *
 * <p>The entry is {@link io.redress.check.gate.Gates}, which reads {@code gates.yaml} and holds its
 * limits against {@link io.redress.check.gate.Measurements}; the result is a {@link
 * io.redress.check.gate.GateReview}.
 */
@NullMarked
package io.redress.check.gate;

import org.jspecify.annotations.NullMarked;
