package io.redress.domain.decision;

/**
 * Accepted, but worth a look.
 *
 * @param code e.g. {@code CALENDAR_NOT_PUBLISHED}
 * @param pointer RFC 6901 JSON pointer into the facts
 */
public record Warning(String code, String pointer, String message) {}
