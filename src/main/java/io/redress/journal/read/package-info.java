/**
 * Reads the journal, and deletes what is past its retention period.
 *
 * <p>Use {@link io.redress.journal.read.JournalSearch} to find decisions, {@link
 * io.redress.journal.read.JournalStatistics} for totals, {@link io.redress.journal.read.Chains} to
 * read entries in the order of their hash chains, and {@link
 * io.redress.journal.read.PersonalDataKeys} to destroy personal data. {@link
 * io.redress.journal.read.Retention} runs by itself.
 */
@NullMarked
package io.redress.journal.read;

import org.jspecify.annotations.NullMarked;
