package io.redress.domain.decision;

/**
 * A note on facts that were accepted but may be incomplete.
 *
 * @param code e.g. {@code CALENDAR_NOT_PUBLISHED}
 * @param pointer RFC 6901 JSON pointer into the facts
 */
public record Warning(String code, String pointer, String message) {}
