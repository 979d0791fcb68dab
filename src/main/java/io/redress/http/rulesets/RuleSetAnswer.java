package io.redress.http.rulesets;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.redress.lifecycle.Activator;
import io.redress.lifecycle.AdmissionReport;
import io.redress.lifecycle.GateCheck;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.Stage;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.phrase.Phrase;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule set in the API.
 *
 * @param number in the order in which rule sets came; people call it by this number
 * @param continuedBy version of the latest rule set that goes on from it; null if none does
 * @param archived who set it aside, and why; absent if it was not
 * @param activationBlockers why it cannot be activated, with gates that are not met for the caller;
 *     empty if it can
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
  /**
   * @param by who asks: gates may let one caller activate it, and not another
   */
  static RuleSetAnswer of(StoredRuleSet ruleSet, RuleSets ruleSets, Activator by) {
    List<String> gates =
        ruleSets.gates(ruleSet, by).map(GateCheck::reasons).orElse(List.of()).stream()
            .map(Phrase::toString)
            .toList();
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
        Stream.concat(ruleSet.activationBlockers().stream(), gates.stream()).toList(),
        AdmissionReport.read(ruleSet));
  }
}
