package io.redress.http.insight;

import io.redress.domain.dispute.Dispute;
import io.redress.rules.ruleset.RuleSet;

/**
 * What a request is about.
 *
 * @param dispute with its id and {@code asOf}
 */
public record Subject(RuleSet rules, Dispute dispute) {}
