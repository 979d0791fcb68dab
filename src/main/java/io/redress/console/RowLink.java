package io.redress.console;

/**
 * A row of a table, and where it can be looked at.
 *
 * @param number as the spreadsheet shows it
 */
public record RowLink(int number, String href) {}
