/**
 * Laws that every decision of a rule set has to obey, whatever its tables say: {@code
 * invariants.yaml}, which business people and engineers write together.
 */
@NullMarked
package io.redress.check.invariant;

import org.jspecify.annotations.NullMarked;
