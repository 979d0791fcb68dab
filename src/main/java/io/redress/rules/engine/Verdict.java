package io.redress.rules.engine;

/**
 * What a table found when it leaves the form of the remedy to another.
 *
 * @param code e.g. {@code MAKE_GOOD}
 */
public record Verdict(String code) {}
