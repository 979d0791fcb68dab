package io.redress.http.rulesets;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredRuleSet;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule set in the API; the last three members are those of {@link
 * io.redress.lifecycle.AdmissionReport}.
 *
 * @param activationBlockers why it cannot be activated; empty if it can
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record RuleSetAnswer(
    String version,
    String hash,
    RuleSetStatus status,
    Instant createdAt,
    String createdBy,
    String comment,
    @Nullable String parent,
    List<String> activationBlockers,
    JsonNode problems,
    JsonNode findings,
    JsonNode tests) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static RuleSetAnswer of(StoredRuleSet ruleSet) {
    JsonNode report = report(ruleSet);
    return new RuleSetAnswer(
        ruleSet.version(),
        ruleSet.hash(),
        ruleSet.status(),
        ruleSet.createdAt(),
        ruleSet.createdBy(),
        ruleSet.comment(),
        ruleSet.parent(),
        ruleSet.activationBlockers(),
        report.path("problems"),
        report.path("findings"),
        report.path("tests"));
  }

  private static JsonNode report(StoredRuleSet ruleSet) {
    try {
      return JSON.readTree(ruleSet.report());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
