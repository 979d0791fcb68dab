/**
 * Whether a rule set may decide: {@link io.redress.check.admission.Admission} reads it, analyses
 * its tables, and runs its test cases and laws.
 */
@NullMarked
package io.redress.check.admission;

import org.jspecify.annotations.NullMarked;
