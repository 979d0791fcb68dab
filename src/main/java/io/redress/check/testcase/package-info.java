/**
 * The cases that a rule set must pass before it may decide anything: facts, and what the decision
 * on them has to say.
 *
 * <p>They are written as YAML or in worksheets; {@code docs/test-cases.md} shows both.
 */
@NullMarked
package io.redress.check.testcase;

import org.jspecify.annotations.NullMarked;
