/**
 * Expectations of decisions, as test cases and laws write them: a subset of the members, and how
 * each value is compared.
 *
 * <p>The entry is {@link io.redress.check.expectation.ExpectationReader}; it returns an {@link
 * io.redress.check.expectation.Expectation}, which lists a decision's {@link
 * io.redress.check.expectation.Difference}s.
 */
@NullMarked
package io.redress.check.expectation;

import org.jspecify.annotations.NullMarked;
