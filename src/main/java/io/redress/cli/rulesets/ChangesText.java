package io.redress.cli.rulesets;

import io.redress.check.compare.ChangeKind;
import io.redress.check.compare.RowChange;
import io.redress.check.compare.RowChange.CellChange;
import io.redress.check.compare.RuleSetChanges;
import io.redress.check.compare.TableChange;
import io.redress.check.compare.TableChange.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Changes of a rule set for the terminal: edited cells, then changed outcomes. */
final class ChangesText {
  private static final int MAX_ROWS = 50;
  private static final int MAX_REGIONS = 20;

  private final List<String> lines = new ArrayList<>();

  private ChangesText() {}

  static String of(RuleSetChanges changes) {
    ChangesText text = new ChangesText();
    if (changes.none()) {
      text.lines.add("No differences.");
    }
    changes.files().forEach(file -> text.lines.add(word(file.change()) + " " + file.file()));
    changes.tables().forEach(text::add);
    return String.join("\n", text.lines);
  }

  private void add(TableChange table) {
    Header now = table.after() == null ? table.before() : table.after();
    lines.add("");
    lines.add(table.table() + (now == null ? "" : " (" + now.file() + ", " + now.sheet() + ")"));
    if (table.before() != null && table.after() != null) {
      addHeader(table.before(), table.after());
    }
    table.columnsAdded().forEach(column -> lines.add("  column added: " + column));
    table.columnsRemoved().forEach(column -> lines.add("  column removed: " + column));
    table.rows().stream().limit(MAX_ROWS).forEach(this::add);
    addOthers(table.rows().size() - MAX_ROWS, "rows");
    lines.add("  => " + table.outcomes().summary() + ".");
    table.outcomes().regions().stream()
        .limit(MAX_REGIONS)
        .forEach(
            region ->
                lines.add(
                    "     "
                        + oneLine(
                            region.sentence().toString().substring(table.table().length() + 2))
                        + "."));
    addOthers(table.outcomes().regions().size() - MAX_REGIONS, "regions");
  }

  private void addHeader(Header before, Header after) {
    if (!before.file().equals(after.file()) || !before.sheet().equals(after.sheet())) {
      lines.add("  was in " + before.file() + ", " + before.sheet());
    }
    if (before.hitPolicy() != after.hitPolicy()) {
      lines.add("  hit policy: " + before.hitPolicy() + " -> " + after.hitPolicy());
    }
  }

  private void add(RowChange row) {
    lines.add("  row " + place(row) + " " + word(row.change()) + cells(row));
  }

  private static String place(RowChange row) {
    if (row.rowAfter() == null || row.rowBefore() == null) {
      return String.valueOf(row.rowAfter() == null ? row.rowBefore() : row.rowAfter());
    }
    return row.rowAfter()
        + (row.rowAfter().equals(row.rowBefore()) ? "" : ", was " + row.rowBefore() + ",");
  }

  private static String cells(RowChange row) {
    return row.cells().stream()
        .map(cell -> oneLine(cell(row.change(), cell)))
        .collect(Collectors.joining("; ", row.cells().isEmpty() ? "" : ": ", ""));
  }

  private static String cell(ChangeKind change, CellChange cell) {
    String address = cell.cellAfter() == null ? cell.cellBefore() : cell.cellAfter();
    String named = (address == null ? "" : address + " ") + cell.column() + " ";
    return switch (change) {
      case ADDED -> named + cell.after();
      case REMOVED -> named + cell.before();
      case CHANGED, MOVED -> named + cell.before() + " -> " + cell.after();
    };
  }

  private void addOthers(int others, String what) {
    if (others > 0) {
      lines.add("     and " + others + " more " + what + "; --json prints all.");
    }
  }

  private static String word(ChangeKind change) {
    return change.name().toLowerCase(Locale.ROOT);
  }

  private static String oneLine(String text) {
    return text.replace("\n", "\\n");
  }
}
