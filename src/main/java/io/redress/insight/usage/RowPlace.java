package io.redress.insight.usage;

/**
 * Where a row is in a rule set.
 *
 * @param file path of the workbook
 * @param row as the spreadsheet shows it
 */
public record RowPlace(String file, String sheet, int row) {}
