package io.redress.journal.backup;

import java.util.Map;

/**
 * What a backup ends with: one that was cut has none.
 *
 * @param tables what each has
 */
public record BackupSummary(Map<String, Content> tables) {
  /**
   * The rows of a table.
   *
   * @param sha256 of the table in the backup, uncompressed
   */
  public record Content(long rows, String sha256) {}

  public BackupSummary {
    tables = Map.copyOf(tables);
  }

  /** Whether no service ever ran on the database. */
  public boolean keepsNothing() {
    return ruleSets() + decisions() == 0;
  }

  public long decisions() {
    return rows("journal_chain") + rows("journal_entry");
  }

  public long ruleSets() {
    return rows("rule_set");
  }

  public long events() {
    return rows("audit_event");
  }

  private long rows(String table) {
    Content content = tables.get(table);
    return content == null ? 0 : content.rows();
  }
}
