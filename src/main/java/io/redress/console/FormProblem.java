package io.redress.console;

/**
 * An invalid input of a form.
 *
 * @param field id of the field
 * @param key message key
 */
public record FormProblem(String field, String key) {}
