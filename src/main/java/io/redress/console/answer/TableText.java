package io.redress.console.answer;

import io.redress.console.Messages;
import io.redress.rules.table.OwnTerms;
import io.redress.rules.table.SheetColumn;
import io.redress.rules.table.TableSheet;
import io.redress.rules.table.Term;
import io.redress.rules.table.Terms;
import java.util.Locale;
import java.util.Optional;

/**
 * Titles of tables and labels of their columns. Those of a sheet are in one language, so a reader
 * of Chinese gets the title that the notes of the workbook give and the label of the fact or
 * outcome, unless the sheet is in Chinese itself.
 */
public final class TableText {
  private static final String OUTCOME = "decisions.member.";

  private final Messages messages;
  private final Locale language;

  public TableText(Messages messages) {
    this.messages = messages;
    this.language = Locale.forLanguageTag(messages.language());
  }

  /** What people call a table: its title, or the name of its sheet. */
  public String title(TableSheet sheet) {
    return sheet.notes().title(language).orElse(sheet.table().sheet());
  }

  /** What a table is for. */
  public Optional<String> purpose(TableSheet sheet) {
    return sheet.notes().purpose(language);
  }

  /** What people call a column: its label, or the name in row 3. */
  public String label(TableSheet sheet, SheetColumn column) {
    return readable(column.label())
        ? column.label()
        : column
            .meaning()
            .flatMap(meaning -> label(meaning.term(), sheet.terms()))
            .or(() -> Optional.of(messages.say("tables.remarks")).filter(text -> isRemark(column)))
            .orElse(column.label().isEmpty() ? column.title() : column.label());
  }

  private static boolean isRemark(SheetColumn column) {
    return column.title().startsWith("#");
  }

  /** Whether a label of a sheet is in the language of the reader, as far as one can tell. */
  private boolean readable(String label) {
    return messages.chinese() ? label.codePoints().anyMatch(TableText::isHan) : !label.isBlank();
  }

  private static boolean isHan(int character) {
    return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
  }

  private Optional<String> label(Term term, Terms terms) {
    if (term.name().startsWith(OwnTerms.PREFIX)) {
      return terms
          .own()
          .named(term.name().substring(OwnTerms.PREFIX.length()))
          .map(declared -> declared.label(language));
    }
    return label(term.name());
  }

  /** The label of a fact, a derived value or an outcome of the vocabulary. */
  public Optional<String> label(String name) {
    return messages.find(FactText.key(name)).or(() -> messages.find(OUTCOME + name));
  }
}
