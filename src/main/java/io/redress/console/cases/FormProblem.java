package io.redress.console.cases;

/**
 * An invalid input of a form.
 *
 * @param field id of the field
 * @param key message key
 */
record FormProblem(String field, String key) {}
