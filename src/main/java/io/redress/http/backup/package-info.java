/** Backups over the API: {@link io.redress.http.backup.BackupResource}. */
@NullMarked
package io.redress.http.backup;

import org.jspecify.annotations.NullMarked;
