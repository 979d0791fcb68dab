/**
 * Verifies that the journal is complete and unchanged, and that each dispute in it would be decided
 * the same way again.
 *
 * <p>The entry is {@link io.redress.journal.verify.JournalVerification}; it returns a {@link
 * io.redress.journal.verify.VerificationReport}. An {@link io.redress.journal.verify.Anchor} from
 * an earlier report shows that no entries were removed since.
 */
@NullMarked
package io.redress.journal.verify;

import org.jspecify.annotations.NullMarked;
