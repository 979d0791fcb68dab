package io.redress.rules.engine;

import io.redress.domain.decision.ActionType;

/** The main remedy, once a table has given it. */
public record Resolution(ActionType type) {}
