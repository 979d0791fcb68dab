package io.redress.journal.backup;

import java.time.Instant;

/**
 * What a backup begins with.
 *
 * @param format of the file
 * @param program that wrote it, such as {@code 1.0.0}
 * @param schema version of the tables
 * @param madeAt when what it has was read
 */
public record BackupHeader(int format, String program, int schema, Instant madeAt) {
  static final int FORMAT = 1;
}
