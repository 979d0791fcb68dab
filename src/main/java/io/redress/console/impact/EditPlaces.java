package io.redress.console.impact;

import io.redress.console.Links;
import io.redress.console.Messages;
import io.redress.console.answer.TableText;
import io.redress.insight.impact.ImpactReport.EditImpact;
import io.redress.insight.impact.ImpactReport.RowImpact;
import io.redress.lifecycle.TableSheetCache;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.table.TableSheet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names and links of edited cells, and of rows. */
final class EditPlaces {
  private static final String TABLE = "table";
  private static final String ALL = "all";

  private final TableSheetCache sheets;
  private final StoredRuleSet candidate;
  private final @Nullable StoredRuleSet against;
  private final Messages messages;
  private final TableText words;

  /**
   * @param against null if it is gone
   */
  EditPlaces(
      TableSheetCache sheets,
      StoredRuleSet candidate,
      @Nullable StoredRuleSet against,
      Messages messages) {
    this.sheets = sheets;
    this.candidate = candidate;
    this.against = against;
    this.messages = messages;
    this.words = new TableText(messages);
  }

  /**
   * A place.
   *
   * @param column the label of the column; empty where it is more than a cell
   * @param href empty if there is nothing to see
   */
  record Place(String name, String column, String href) {}

  Place of(EditImpact edit) {
    String cell = edit.cell();
    if (cell.equals(ALL)) {
      return new Place(messages.say("impact.place.files", edit.file()), "", "");
    }
    boolean removed = cell.indexOf(':') > 0 && edit.after().isBlank();
    StoredRuleSet shown = removed ? against : candidate;
    Optional<TableSheet> sheet = sheet(shown, edit.file(), edit.sheet());
    String first = cell.substring(0, cell.indexOf(':') > 0 ? cell.indexOf(':') : cell.length());
    return new Place(
        name(title(sheet, edit.sheet()), cell, first),
        sheet.map(one -> label(one, edit.column())).orElse(""),
        shown == null ? "" : sheet.map(one -> href(shown, one, first)).orElse(""));
  }

  private String name(String sheet, String cell, String first) {
    if (cell.equals(TABLE)) {
      return messages.say("impact.place.table", sheet);
    }
    return cell.indexOf(':') > 0
        ? messages.say("impact.place.row", sheet, first.replaceAll("\\D", ""))
        : messages.say("impact.place.cell", sheet, cell);
  }

  private static String href(StoredRuleSet shown, TableSheet sheet, String cell) {
    return Links.cell(shown.version(), sheet.table().name(), cell);
  }

  /** What people call a column: its label, or its name. */
  private String label(TableSheet sheet, @Nullable String column) {
    return sheet.columns().stream()
        .filter(one -> one.title().equals(column))
        .map(one -> words.label(sheet, one))
        .findFirst()
        .orElse(column == null ? "" : column);
  }

  private String title(Optional<TableSheet> sheet, String name) {
    return sheet.map(words::title).orElse(name);
  }

  Place of(RowImpact row) {
    Optional<TableSheet> sheet = sheet(candidate, row.file(), row.sheet());
    return new Place(
        messages.say("impact.place.row", title(sheet, row.sheet()), String.valueOf(row.row())),
        "",
        sheet.map(one -> Links.row(candidate.version(), one.table().name(), row.row())).orElse(""));
  }

  private Optional<TableSheet> sheet(@Nullable StoredRuleSet of, String file, String sheet) {
    return of == null
        ? Optional.empty()
        : sheets.of(of).stream()
            .filter(one -> one.table().file().equals(file) && one.table().sheet().equals(sheet))
            .findFirst();
  }
}
