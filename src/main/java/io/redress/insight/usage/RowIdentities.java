package io.redress.insight.usage;

import io.redress.rules.table.Row;
import io.redress.rules.table.SheetColumn;
import io.redress.rules.table.TableSheet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the rows of a rule set are, wherever they are: the name of the table, and what is written in
 * each condition and outcome. Rows of two rule sets with the same identity have the same cells. Of
 * rows with the same cells in one table, the first is the first of the other rule set, and so on.
 */
public final class RowIdentities {
  private static final int BYTES = 16;
  private static final String NOTHING = "-";

  private final Map<RowPlace, String> byPlace;

  private RowIdentities(Map<RowPlace, String> byPlace) {
    this.byPlace = byPlace;
  }

  /** The identities of all rows of a rule set's tables. */
  public static RowIdentities of(List<TableSheet> sheets) {
    Map<RowPlace, String> byPlace = new HashMap<>();
    for (TableSheet sheet : sheets) {
      List<SheetColumn> columns =
          sheet.columns().stream().filter(column -> column.meaning().isPresent()).toList();
      Map<String, Integer> times = new HashMap<>();
      for (Row row : sheet.table().rows()) {
        int number = row.source().row();
        String cells = cells(sheet, columns, number);
        int time = times.merge(cells, 1, Integer::sum);
        byPlace.put(
            new RowPlace(sheet.table().file(), sheet.table().sheet(), number),
            hash(sheet.table().name() + '\0' + time + cells));
      }
    }
    return new RowIdentities(byPlace);
  }

  /** Of a row; empty if the rule set has none there. */
  Optional<String> at(RowPlace place) {
    return Optional.ofNullable(byPlace.get(place));
  }

  /** The number of rows. */
  public int size() {
    return byPlace.size();
  }

  /** Cells that say nothing are left out, so that a new column leaves the other rows the same. */
  private static String cells(TableSheet sheet, List<SheetColumn> columns, int number) {
    List<String> texts = sheet.rows().get(number - TableSheet.FIRST_ROW);
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      SheetColumn column = sheet.columns().get(i);
      String text = texts.get(i);
      if (columns.contains(column) && !text.isEmpty() && !text.equals(NOTHING)) {
        cells.add('\0' + column.title() + '\0' + text);
      }
    }
    return cells.stream().sorted().collect(Collectors.joining());
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
