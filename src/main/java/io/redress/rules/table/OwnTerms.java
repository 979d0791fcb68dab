package io.redress.rules.table;

import io.redress.domain.decision.Code;
import io.redress.domain.dispute.CustomFacts;
import io.redress.platform.text.ClosestWord;
import io.redress.rules.source.Cell;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.Sheet;
import io.redress.rules.source.SheetMarker;
import io.redress.rules.source.WorkbookReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The facts and outcomes of the seller's own: what {@code facts.xlsx} declares, if it exists.
 *
 * <p>A1 is {@code Facts}, row 2 is for people, row 3 names the columns {@code name}, {@code use},
 * {@code type}, {@code values}, and {@code label.en} and so on.
 */
public final class OwnTerms {
  /** Path inside the rule set. */
  public static final String FILE = "facts.xlsx";

  /** The member of facts and answers that has these terms. */
  public static final String MEMBER = "custom";

  /** What the names of all these terms begin with. */
  public static final String PREFIX = MEMBER + ".";

  /** No terms of the seller's own. */
  public static final OwnTerms NONE = new OwnTerms(List.of(), true);

  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
  private static final int NAMES_ROW = 3;

  /** Far more than people can fill in; each is a field of the form and a column of exports. */
  private static final int MAX_DECLARATIONS = 100;

  private static final int MAX_WORD = 100;
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final String LABEL = "label.";
  private static final List<String> REQUIRED = List.of("name", "use", "type");
  private static final List<String> COLUMNS = List.of("name", "use", "type", "values", "label.en");

  private final List<Declaration> declarations;
  private final boolean complete;

  private OwnTerms(List<Declaration> declarations, boolean complete) {
    this.complete = complete;
    this.declarations = List.copyOf(declarations);
  }

  /** Whether a term is sent with the dispute, or answered by tables. */
  public enum Use {
    FACT,
    OUTCOME;

    /** Returns the word for it in messages. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One term.
   *
   * @param name without {@code custom.}
   * @param allowed the words of an ENUM
   * @param labels by language, BCP 47
   */
  public record Declaration(
      String name,
      Use use,
      CustomFacts.Type type,
      List<String> allowed,
      Map<String, String> labels) {
    public Declaration {
      allowed = List.copyOf(allowed);
      labels = Map.copyOf(labels);
    }

    /** Whether decisions can be searched by it; free texts are personal data. */
    public boolean searchable() {
      return type != CustomFacts.Type.TEXT;
    }

    /** Returns the label in the language, else in English, else the name. */
    public String label(Locale language) {
      String english = labels.getOrDefault("en", name);
      return labels.getOrDefault(language.getLanguage(), english);
    }
  }

  /**
   * Reads the declarations of a rule set.
   *
   * @param problems receives all problems
   */
  public static OwnTerms read(Map<String, byte[]> files, List<RuleProblem> problems) {
    byte[] workbook = files.get(FILE);
    if (workbook == null) {
      return NONE;
    }
    int before = problems.size();
    List<Declaration> found = new ArrayList<>();
    Set<String> names = new HashSet<>();
    List<Sheet> sheets = WorkbookReader.read(FILE, workbook, problems);
    for (Sheet sheet : sheets) {
      if (sheet.holds(SheetMarker.FACTS)) {
        new SheetReader(sheet, names, problems).read(found);
      } else {
        problems.add(sheet.misplaced());
      }
    }
    if (sheets.isEmpty() && problems.size() == before) {
      problems.add(
          RuleProblem.ofFile(
              FILE,
              ProblemCode.SHEET_MISSING,
              "no sheet declares facts.",
              "Write " + SheetMarker.FACTS.text() + " in A1 of the sheet, or remove the file."));
    }
    return new OwnTerms(found, problems.size() == before);
  }

  /**
   * Whether all declarations could be read; else a name that seems to be undeclared follows from
   * their problems, and is none of its own.
   */
  public boolean complete() {
    return complete;
  }

  /** Whether a name, with {@code custom.}, may be one of the declarations that have problems. */
  boolean mayDeclare(String name) {
    return !complete && name.startsWith(PREFIX);
  }

  /** Returns all terms in the order of the workbook. */
  public List<Declaration> declarations() {
    return declarations;
  }

  /** Returns the names of the facts or of the outcomes, without {@code custom.}. */
  public List<String> names(Use use) {
    return declarations.stream().filter(term -> term.use() == use).map(Declaration::name).toList();
  }

  /** Returns the declaration of a name without {@code custom.}. */
  public Optional<Declaration> named(String name) {
    return declarations.stream().filter(term -> term.name().equals(name)).findFirst();
  }

  /** Returns the facts, for reading disputes. */
  public CustomFacts facts() {
    return new CustomFacts(
        declarations.stream()
            .filter(term -> term.use() == Use.FACT)
            .map(term -> new CustomFacts.Declared(term.name(), term.type(), term.allowed()))
            .toList());
  }

  /** Reads one sheet. */
  private static final class SheetReader {
    private final Sheet sheet;
    private final Set<String> names;
    private final List<RuleProblem> problems;
    private final Map<Integer, String> columns = new TreeMap<>();

    /** Columns of remarks, and those with a problem. */
    private final Set<Integer> others = new HashSet<>();

    SheetReader(Sheet sheet, Set<String> names, List<RuleProblem> problems) {
      this.sheet = sheet;
      this.names = names;
      this.problems = problems;
    }

    void read(List<Declaration> found) {
      readColumns();
      int rows = found.size();
      for (List<Cell> row : sheet.rows()) {
        if (row.get(0).row() > NAMES_ROW) {
          Map<String, Cell> cells = cells(row);
          if (!cells.isEmpty() && ++rows > MAX_DECLARATIONS) {
            problem(
                "A" + row.get(0).row(),
                ProblemCode.TOO_MANY_ROWS,
                null,
                "the sheet declares more than " + MAX_DECLARATIONS + " facts and outcomes.",
                "Keep those that rules use.");
            return;
          }
          Declaration declaration = cells.isEmpty() ? null : declaration(row.get(0).row(), cells);
          if (declaration != null) {
            found.add(declaration);
          }
        }
      }
    }

    private Map<String, Cell> cells(List<Cell> row) {
      Map<String, Cell> cells = new HashMap<>();
      for (Cell cell : row) {
        String column = columns.get(cell.column());
        if (column != null) {
          cells.put(column, cell);
        } else if (others.add(cell.column())) {
          problem(
              Cell.address(cell.column(), NAMES_ROW),
              ProblemCode.BAD_HEADER,
              null,
              cell.address() + " is in a column without a name.",
              "Name the column in row 3, or write # there for remarks.");
        }
      }
      return cells;
    }

    private void readColumns() {
      sheet.rows().stream()
          .filter(row -> row.get(0).row() == NAMES_ROW)
          .flatMap(List::stream)
          .forEach(this::column);
      for (String required : REQUIRED) {
        if (!columns.containsValue(required)) {
          problem(
              "A3",
              ProblemCode.COLUMN_MISSING,
              required,
              "the column " + required + " is missing.",
              "Add it in row 3.");
        }
      }
    }

    private void column(Cell cell) {
      boolean known =
          COLUMNS.contains(cell.text())
              || cell.text().startsWith(LABEL)
                  && LANGUAGES.contains(cell.text().substring(LABEL.length()));
      if (TableReader.namesRemark(cell)) {
        others.add(cell.column());
      } else if (!known) {
        others.add(cell.column());
        problem(
            cell.address(),
            ProblemCode.BAD_HEADER,
            cell.text(),
            cell.text() + " is not a column of this sheet.",
            ClosestWord.hint(cell.text(), COLUMNS)
                + "Use "
                + String.join(", ", COLUMNS)
                + ", label. and another language such as zh, or # for remarks.");
      } else if (columns.containsValue(cell.text())) {
        others.add(cell.column());
        problem(
            cell.address(),
            ProblemCode.DUPLICATE_COLUMN,
            cell.text(),
            "a column further left has this name.",
            "Merge the two.");
      } else {
        columns.put(cell.column(), cell.text());
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
            address(row, "type"),
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
          cell.text().startsWith(PREFIX) ? cell.text().substring(PREFIX.length()) : cell.text();
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
      if (REQUIRED.contains(column) && !columns.containsValue(column)) {
        return null;
      }
      problem(
          address(row, column),
          ProblemCode.MISSING,
          null,
          "the row has no " + column + ".",
          "Write one in the column " + column + ".");
      return null;
    }

    private String address(int row, String column) {
      return columns.entrySet().stream()
          .filter(named -> named.getValue().equals(column))
          .map(named -> Cell.address(named.getKey(), row))
          .findFirst()
          .orElse("A" + row);
    }

    private void problem(
        String cell, ProblemCode code, @Nullable String value, String message, String suggestion) {
      if (!sheet.refused().contains(cell)) {
        problems.add(sheet.problem(cell, code, value, message, suggestion));
      }
    }
  }
}
