package io.redress.journal.backup;

import java.util.List;
import java.util.Set;

/** Which tables of the schema are in a backup. */
final class BackedUpTables {
  /** Each comes after those that it refers to. */
  static final List<String> IN_ORDER =
      List.of(
          "api_key",
          "audit_chain",
          "audit_event",
          "rule_file",
          "rule_set",
          "rule_set_file",
          "activation",
          "folder_proposal",
          "journal_entry",
          "journal_custom",
          "journal_chain",
          "journal_cut",
          "personal_key",
          "idempotency_key",
          "projection",
          "decision_search",
          "decision_hour",
          "row_day",
          "rule_set_day",
          "signing_key",
          "impact_run",
          "impact_change",
          "shadow",
          "shadow_sum",
          "decision_outcome");

  /** Those with rows of any size, such as workbooks. */
  private static final Set<String> LARGE_ROWS =
      Set.of(
          "rule_file", "rule_set", "folder_proposal", "impact_run", "impact_change", "shadow_sum");

  /** Made again when needed, or worth nothing later: sign-ins end. */
  static final Set<String> LEFT_OUT =
      Set.of("compiled_rules", "console_session", "flyway_schema_history");

  private BackedUpTables() {}

  /** How many rows are in memory at once. */
  static int rowsAtOnce(String table) {
    return LARGE_ROWS.contains(table) ? 1 : 500;
  }

  /** The query for all rows: of rule sets, those that others were changed from come first. */
  static String query(String table) {
    return "select * from " + table + (table.equals("rule_set") ? " order by number" : "");
  }
}
