/**
 * Impact runs: the decisions of a time are decided again under a candidate, in the background.
 *
 * <p>{@link io.redress.journal.impact.ImpactRuns} keeps them in the database, {@code ImpactWorker}
 * works on one at a time and goes on where a run was stopped.
 */
@NullMarked
package io.redress.journal.impact;

import org.jspecify.annotations.NullMarked;
