/**
 * Laws: invariants that every decision of a rule set must satisfy, read from {@code
 * invariants.yaml}.
 *
 * <p>The entry is {@link io.redress.check.invariant.Invariants}: it reads the laws and checks them
 * on generated facts, as property tests do. The result is an {@link
 * io.redress.check.invariant.InvariantReport}; each violation has a shrunk counterexample.
 */
@NullMarked
package io.redress.check.invariant;

import org.jspecify.annotations.NullMarked;
