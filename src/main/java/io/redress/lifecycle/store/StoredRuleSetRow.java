package io.redress.lifecycle.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.platform.text.RecordHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Maps rows of {@code rule_set}; its column {@code hindrances} holds the activation blockers. */
final class StoredRuleSetRow {
  private static final ObjectMapper JSON = new ObjectMapper();

  private StoredRuleSetRow() {}

  static StoredRuleSet read(ResultSet row, StatementContext context) throws SQLException {
    return new StoredRuleSet(
        row.getString("version"),
        row.getString("hash"),
        status(row),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("created_by"),
        row.getString("comment"),
        row.getString("parent"),
        texts(row.getString("hindrances")),
        row.getString("report"),
        new Stage(
            row.getLong("number"),
            row.getString("continued_by"),
            archival(row),
            row.getString("based_on")));
  }

  private static Stage.@Nullable Archival archival(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject("archived_at", OffsetDateTime.class);
    return at == null
        ? null
        : new Stage.Archival(
            at.toInstant(), row.getString("archived_by"), row.getString("archive_reason"));
  }

  private static RuleSetStatus status(ResultSet row) throws SQLException {
    if (!row.getBoolean("readable")) {
      return RuleSetStatus.REJECTED;
    }
    long last = row.getLong("last");
    if (row.wasNull()) {
      return archival(row) != null
          ? RuleSetStatus.ARCHIVED
          : row.getString("continued_by") != null
              ? RuleSetStatus.CONTINUED
              : RuleSetStatus.CANDIDATE;
    }
    return last == row.getLong("newest") ? RuleSetStatus.ACTIVE : RuleSetStatus.RETIRED;
  }

  /** The hash of what a row holds, for the audit log. */
  static String hash(StoredRuleSet ruleSet) {
    return new RecordHash()
        .add(ruleSet.version())
        .add(ruleSet.hash())
        .add(ruleSet.createdAt().toString())
        .add(ruleSet.createdBy())
        .add(ruleSet.comment())
        .add(ruleSet.parent())
        .add(Boolean.toString(ruleSet.status() != RuleSetStatus.REJECTED))
        .add(json(ruleSet.activationBlockers()))
        .add(ruleSet.report())
        .hex();
  }

  static String json(List<String> texts) {
    try {
      return JSON.writeValueAsString(texts);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<String> texts(String json) {
    try {
      return List.of(JSON.readValue(json, String[].class));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
