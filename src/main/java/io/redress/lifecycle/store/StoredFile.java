package io.redress.lifecycle.store;

/**
 * A file of a stored rule set.
 *
 * @param name as in the rule set, such as {@code letters/en.txt}
 * @param size in bytes
 * @param sha256 of its content, in hexadecimal
 */
public record StoredFile(String name, int size, String sha256) {}
