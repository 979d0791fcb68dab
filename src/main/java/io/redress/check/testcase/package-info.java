/**
 * Test cases of a rule set: facts and the decision expected on them. A rule set must pass them all
 * to be activated.
 *
 * <p>The entry is {@link io.redress.check.testcase.TestCases}, which reads YAML files and
 * worksheets ({@code docs/test-cases.md} shows both) and runs them; the result is a {@link
 * io.redress.check.testcase.TestReport}. Use {@link io.redress.check.testcase.NewCase} to make a
 * case from a decision.
 */
@NullMarked
package io.redress.check.testcase;

import org.jspecify.annotations.NullMarked;
