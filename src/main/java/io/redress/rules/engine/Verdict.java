package io.redress.rules.engine;

/**
 * An intermediate outcome, as a fact of the session: another table then chooses the remedy.
 *
 * @param code e.g. {@code MAKE_GOOD}
 */
public record Verdict(String code) {}
