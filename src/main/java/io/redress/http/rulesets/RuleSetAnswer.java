package io.redress.http.rulesets;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.redress.lifecycle.AdmissionReport;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.Stage;
import io.redress.lifecycle.store.StoredRuleSet;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule set in the API.
 *
 * @param number in the order in which rule sets came; people call it by this number
 * @param continuedBy version of the latest rule set that goes on from it; null if none does
 * @param archived who set it aside, and why; absent if it was not
 * @param activationBlockers why it cannot be activated; empty if it can
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RuleSetAnswer(
    String version,
    long number,
    String hash,
    RuleSetStatus status,
    Instant createdAt,
    String createdBy,
    String comment,
    @Nullable String parent,
    @Nullable String continuedBy,
    @JsonInclude(JsonInclude.Include.NON_NULL) Stage.@Nullable Archival archived,
    List<String> activationBlockers,
    @JsonUnwrapped AdmissionReport report) {
  static RuleSetAnswer of(StoredRuleSet ruleSet) {
    return new RuleSetAnswer(
        ruleSet.version(),
        ruleSet.number(),
        ruleSet.hash(),
        ruleSet.status(),
        ruleSet.createdAt(),
        ruleSet.createdBy(),
        ruleSet.comment(),
        ruleSet.parent(),
        ruleSet.stage().continuedBy(),
        ruleSet.stage().archival(),
        ruleSet.activationBlockers(),
        AdmissionReport.read(ruleSet));
  }
}
