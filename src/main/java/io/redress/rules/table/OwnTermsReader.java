package io.redress.rules.table;

import io.redress.domain.decision.Code;
import io.redress.domain.dispute.CustomFacts;
import io.redress.platform.text.ClosestWord;
import io.redress.rules.source.Cell;
import io.redress.rules.source.NamedColumns;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.Sheet;
import io.redress.rules.table.OwnTerms.Declaration;
import io.redress.rules.table.OwnTerms.Use;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the declarations of one sheet of {@code facts.xlsx}. */
final class OwnTermsReader {
  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");

  /** Far more than people can fill in; each is a field of the form and a column of exports. */
  private static final int MAX_DECLARATIONS = 100;

  private static final int MAX_WORD = 100;
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final String LABEL = "label.";
  private static final List<String> REQUIRED = List.of("name", "use", "type");
  private static final List<String> COLUMNS = List.of("name", "use", "type", "values", "label.en");

  private final Sheet sheet;
  private final Set<String> names;
  private final List<RuleProblem> problems;
  private final NamedColumns columns;

  OwnTermsReader(Sheet sheet, Set<String> names, List<RuleProblem> problems) {
    this.sheet = sheet;
    this.names = names;
    this.problems = problems;
    this.columns = NamedColumns.of(sheet, OwnTermsReader::isColumn, this::unknown, problems);
  }

  void read(List<Declaration> found) {
    findMissing();
    UnnamedColumns unnamed = new UnnamedColumns(sheet, this::problem);
    int rows = found.size();
    for (List<Cell> row : sheet.data()) {
      int number = row.get(0).row();
      unnamed.find(row);
      Map<String, Cell> cells = columns.cells(row);
      if (!cells.isEmpty() && ++rows > MAX_DECLARATIONS) {
        problem(
            "A" + number,
            ProblemCode.TOO_MANY_ROWS,
            null,
            "the sheet declares more than " + MAX_DECLARATIONS + " facts and outcomes.",
            "Keep those that rules use.");
        return;
      }
      Declaration declaration = cells.isEmpty() ? null : declaration(number, cells);
      if (declaration != null) {
        found.add(declaration);
      }
    }
  }

  private static boolean isColumn(String name) {
    return COLUMNS.contains(name)
        || name.startsWith(LABEL) && LANGUAGES.contains(name.substring(LABEL.length()));
  }

  private void unknown(Cell name) {
    problem(
        name.address(),
        ProblemCode.BAD_HEADER,
        name.text(),
        name.text() + " is not a column of this sheet.",
        ClosestWord.hint(name.text(), COLUMNS)
            + "Use "
            + String.join(", ", COLUMNS)
            + ", label. and another language such as zh, or # for remarks.");
  }

  private void findMissing() {
    for (String required : REQUIRED) {
      if (!columns.contain(required)) {
        problem(
            "A3",
            ProblemCode.COLUMN_MISSING,
            required,
            "the column " + required + " is missing.",
            "Add it in row 3.");
      }
    }
  }

  private @Nullable Declaration declaration(int row, Map<String, Cell> cells) {
    int before = problems.size();
    String name = name(row, cells.get("name"));
    Use use = word(row, cells, "use", Use.class);
    CustomFacts.Type type = word(row, cells, "type", CustomFacts.Type.class);
    List<String> allowed = type == null ? List.of() : allowed(row, cells.get("values"), type);
    if (use == Use.OUTCOME && type == CustomFacts.Type.TEXT) {
      problem(
          columns.address("type", row),
          ProblemCode.VALUE_NOT_ALLOWED,
          type.name(),
          "an outcome is not free text.",
          "Use CODE or ENUM.");
    }
    Map<String, String> labels = new LinkedHashMap<>();
    cells.forEach(
        (column, cell) -> {
          if (column.startsWith(LABEL)) {
            labels.put(column.substring(LABEL.length()), cell.text());
          }
        });
    return problems.size() > before || name == null || use == null || type == null
        ? null
        : new Declaration(name, use, type, allowed, labels);
  }

  private @Nullable String name(int row, @Nullable Cell cell) {
    if (cell == null) {
      return missing(row, "name");
    }
    String text =
        cell.text().startsWith(OwnTerms.PREFIX)
            ? cell.text().substring(OwnTerms.PREFIX.length())
            : cell.text();
    if (Vocabulary.term(cell.text()).isPresent() && cell.text().indexOf('.') >= 0) {
      problem(
          cell.address(),
          ProblemCode.DUPLICATE_ID,
          cell.text(),
          "every rule set has " + cell.text() + " already.",
          "Use it without declaring it, or choose another name.");
    } else if (!NAME.matcher(text).matches()) {
      problem(
          cell.address(),
          ProblemCode.VALUE_NOT_ALLOWED,
          cell.text(),
          "\"" + cell.text() + "\" is not a name.",
          "Use up to 40 letters and digits, and begin with a small letter, such as loyaltyTier.");
    } else if (!names.add(text)) {
      problem(
          cell.address(),
          ProblemCode.DUPLICATE_ID,
          text,
          "another row has this name.",
          "Use another one.");
    }
    return text;
  }

  private <E extends Enum<E>> @Nullable E word(
      int row, Map<String, Cell> cells, String column, Class<E> words) {
    Cell cell = cells.get(column);
    if (cell == null) {
      missing(row, column);
      return null;
    }
    List<String> known = Arrays.stream(words.getEnumConstants()).map(Enum::name).toList();
    if (known.contains(cell.text())) {
      return Enum.valueOf(words, cell.text());
    }
    problem(
        cell.address(),
        ProblemCode.VALUE_NOT_ALLOWED,
        cell.text(),
        "\"" + cell.text() + "\" is not allowed here.",
        ClosestWord.hint(cell.text(), known) + "Use one of " + String.join(", ", known) + ".");
    return null;
  }

  private List<String> allowed(int row, @Nullable Cell cell, CustomFacts.Type type) {
    if (type != CustomFacts.Type.ENUM) {
      if (cell != null) {
        problem(
            cell.address(),
            ProblemCode.VALUE_NOT_ALLOWED,
            cell.text(),
            "a list of values would not be checked for the type " + type + ".",
            "Clear the cell, or use the type ENUM.");
      }
      return List.of();
    }
    if (cell == null) {
      missing(row, "values");
      return List.of();
    }
    Set<String> words = new LinkedHashSet<>();
    for (String word : KeyboardSigns.words(cell.text())) {
      if (!Code.isValid(word) || word.length() > MAX_WORD) {
        problem(
            cell.address(),
            ProblemCode.VALUE_NOT_ALLOWED,
            word,
            "\"" + word + "\" is not a word.",
            "Begin with a capital letter, and use up to 100 capital letters, digits and"
                + " underscores; write commas between words.");
      } else if (!words.add(word)) {
        problem(
            cell.address(),
            ProblemCode.VALUE_NOT_ALLOWED,
            word,
            word + " is there twice.",
            "Remove one of them.");
      }
    }
    return List.copyOf(words);
  }

  /** Nothing when the whole column is missing, which is a problem of its own. */
  private @Nullable String missing(int row, String column) {
    if (REQUIRED.contains(column) && !columns.contain(column)) {
      return null;
    }
    problem(
        columns.address(column, row),
        ProblemCode.MISSING,
        null,
        "the row has no " + column + ".",
        "Write one in the column " + column + ".");
    return null;
  }

  private void problem(
      String cell, ProblemCode code, @Nullable String value, String message, String suggestion) {
    if (!sheet.refused().contains(cell)) {
      problems.add(sheet.problem(cell, code, value, message, suggestion));
    }
  }
}
