package io.redress.console.cases;

/**
 * Something that can not stay as it was typed.
 *
 * @param field where
 * @param key of the words that say what to do
 */
record FormProblem(String field, String key) {}
