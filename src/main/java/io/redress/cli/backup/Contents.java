package io.redress.cli.backup;

import io.redress.journal.backup.BackupFile;
import io.redress.journal.backup.BackupSummary;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What a backup has, in a line. */
final class Contents {
  private Contents() {}

  static String of(BackupFile backup) {
    BackupSummary summary = backup.summary();
    return String.format(
        Locale.ROOT,
        "%,d decisions, %,d rule sets and %,d audit events of %s",
        summary.decisions(),
        summary.ruleSets(),
        summary.events(),
        backup.header().madeAt().truncatedTo(ChronoUnit.SECONDS));
  }
}
