/**
 * Everything that the database keeps, as one file: {@link io.redress.journal.backup.Backup} writes
 * it while a service runs, {@link io.redress.journal.backup.BackupFile} checks it, {@link
 * io.redress.journal.backup.Restoration} makes a database of either kind from it.
 */
@NullMarked
package io.redress.journal.backup;

import org.jspecify.annotations.NullMarked;
