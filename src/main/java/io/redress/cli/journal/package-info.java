/**
 * The command {@code journal verify}: checks that the journal is complete and unchanged.
 *
 * <p>{@link io.redress.cli.journal.JournalCommand} is the entry. {@code VerifyCommand} reads the
 * database, or has a running service verify its own by {@code RemoteVerification}.
 */
@NullMarked
package io.redress.cli.journal;

import org.jspecify.annotations.NullMarked;
