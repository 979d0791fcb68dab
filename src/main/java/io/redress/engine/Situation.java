package io.redress.engine;

/**
 * What has happened to the order, once the table {@code situation} has said it.
 *
 * @param code e.g. {@code LOST}
 */
public record Situation(String code) {}
