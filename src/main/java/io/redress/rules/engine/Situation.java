package io.redress.rules.engine;

import io.redress.domain.dispute.Dispute;

/**
 * What happened to the order, as a fact of the session from the time the table {@code situation}
 * sets it until the dispute is resolved.
 *
 * @param code e.g. {@code LOST}
 */
public record Situation(String code, Dispute dispute) {}
