/**
 * Stores every decision before its answer is sent: group commit, hash chain, sealed personal data,
 * idempotency.
 *
 * <p>The entry is {@link io.redress.journal.write.Journal}. Entries are made by {@link
 * io.redress.journal.write.EntryWriter} and never changed.
 */
@NullMarked
package io.redress.journal.write;

import org.jspecify.annotations.NullMarked;
