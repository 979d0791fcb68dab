package io.redress.console;

/**
 * A link to a row of a table.
 *
 * @param number the row number of the spreadsheet
 */
public record RowLink(int number, String href) {}
