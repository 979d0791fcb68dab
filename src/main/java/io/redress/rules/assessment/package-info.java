/**
 * Derives values from the facts by exact arithmetic, once for each decision.
 *
 * <p>{@link io.redress.rules.assessment.Assessor} is the entry; its result is an {@link
 * io.redress.domain.decision.Assessment}.
 */
@NullMarked
package io.redress.rules.assessment;

import org.jspecify.annotations.NullMarked;
