/**
 * How disputes ended: {@link io.redress.journal.outcome.ReportedOutcomes} keeps what was reported
 * later on decisions, beside the journal, which says what was decided.
 */
@NullMarked
package io.redress.journal.outcome;

import org.jspecify.annotations.NullMarked;
