package io.redress.rules.engine;

import io.redress.domain.dispute.ActionType;

/** The main remedy, as a fact of the session once a table has set it. */
public record Resolution(ActionType type) {}
