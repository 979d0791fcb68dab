package io.redress.engine;

import io.redress.decision.ActionType;

/** The main remedy, once a table has given it. */
public record Resolution(ActionType type) {}
