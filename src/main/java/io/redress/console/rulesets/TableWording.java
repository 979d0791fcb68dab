package io.redress.console.rulesets;

import io.redress.console.Messages;
import io.redress.console.answer.TableText;
import io.redress.platform.phrase.Phrase;
import io.redress.rules.table.SheetColumn;
import io.redress.rules.table.TableSheet;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The words for a table, its columns and its cells, as the page of the table has them.
 *
 * @param sheet empty if the sheet cannot be read
 */
record TableWording(Messages messages, Optional<TableSheet> sheet) implements Phrase.Wording {
  @Override
  public String of(Phrase.Named kind, String code) {
    return switch (kind) {
      case TABLE -> sheet.map(text()::title).orElse(code);
      case TERM ->
          label(
                  column ->
                      column.meaning().filter(one -> one.term().name().equals(code)).isPresent())
              .or(() -> text().label(code))
              .orElse(code);
      case VALUE -> messages.words(code);
    };
  }

  /**
   * @param title of the column in row 3, such as {@code -> why}
   */
  String column(String title) {
    return label(column -> column.title().equals(title)).orElse(title);
  }

  private Optional<String> label(Predicate<SheetColumn> wanted) {
    return sheet.flatMap(
        one ->
            one.columns().stream()
                .filter(wanted)
                .findFirst()
                .map(column -> text().label(one, column)));
  }

  private TableText text() {
    return new TableText(messages);
  }
}
