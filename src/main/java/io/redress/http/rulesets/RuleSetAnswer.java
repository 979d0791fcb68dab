package io.redress.http.rulesets;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.redress.lifecycle.AdmissionReport;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredRuleSet;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule set in the API.
 *
 * @param activationBlockers why it cannot be activated; empty if it can
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RuleSetAnswer(
    String version,
    String hash,
    RuleSetStatus status,
    Instant createdAt,
    String createdBy,
    String comment,
    @Nullable String parent,
    List<String> activationBlockers,
    @JsonUnwrapped AdmissionReport report) {
  static RuleSetAnswer of(StoredRuleSet ruleSet) {
    return new RuleSetAnswer(
        ruleSet.version(),
        ruleSet.hash(),
        ruleSet.status(),
        ruleSet.createdAt(),
        ruleSet.createdBy(),
        ruleSet.comment(),
        ruleSet.parent(),
        ruleSet.activationBlockers(),
        AdmissionReport.read(ruleSet));
  }
}
