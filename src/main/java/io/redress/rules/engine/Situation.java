package io.redress.rules.engine;

import io.redress.domain.dispute.Dispute;

/**
 * What has happened to the order, once the table {@code situation} has said it; a fact of the
 * session while the dispute is open.
 *
 * @param code e.g. {@code LOST}
 */
public record Situation(String code, Dispute dispute) {}
