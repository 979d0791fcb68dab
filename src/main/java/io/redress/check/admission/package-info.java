/**
 * Checks whether a rule set may be activated.
 *
 * <p>The entry is {@link io.redress.check.admission.Admission}: it reads a rule set, analyses its
 * tables, runs its test cases and checks its laws. Use {@link io.redress.check.admission.CaseRun}
 * to run test cases only. Both run rules that may not terminate, in a {@code Rehearsal}.
 */
@NullMarked
package io.redress.check.admission;

import org.jspecify.annotations.NullMarked;
