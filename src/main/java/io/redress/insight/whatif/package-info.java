/**
 * Finds what would change a decision: the nearest changes of facts that reach a goal, and the facts
 * on which it hangs.
 *
 * <p>{@link io.redress.insight.whatif.WhatIf} is the entry. The values that are tried come from the
 * limits in the tables' cells ({@code Geometry}), and only what can still happen is proposed
 * ({@code Moves}). Everything that is shown was decided.
 */
@NullMarked
package io.redress.insight.whatif;

import org.jspecify.annotations.NullMarked;
