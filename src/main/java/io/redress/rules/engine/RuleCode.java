package io.redress.rules.engine;

import io.redress.domain.decision.RuleSource;
import io.redress.rules.source.Cell;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.Sheet;
import io.redress.rules.source.WorkbookReader;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * The code of a rule set as DRL, with what can be read from it without compiling: rules and the
 * tables they ask.
 */
final class RuleCode {
  private static final String NATIVE_TABLE = ".drl.xlsx";

  private static final Pattern TABLE_REFERENCE =
      Pattern.compile("\\bask\\(\\s*\"([^\"]*)\"\\s*\\)");

  private static final Pattern TEXT = Pattern.compile("\"([^\"\n]*)\"");

  /** Drools names the rule of a row by the table's name and the row number. */
  private static final Pattern TABLE_ROW = Pattern.compile(".*_(\\d+)");

  private final List<RuleProblem> problems;
  private final Map<String, String> drl = new TreeMap<>();
  private final Map<String, RuleSource> sources = new HashMap<>();
  private final List<TableReference> tableReferences = new ArrayList<>();

  private RuleCode(List<RuleProblem> problems) {
    this.problems = problems;
  }

  /**
   * @param files all of them code
   * @param problems receives all problems
   */
  static RuleCode read(Map<String, byte[]> files, List<RuleProblem> problems) {
    RuleCode code = new RuleCode(problems);
    files.forEach(code::read);
    return code;
  }

  static boolean isCode(String file) {
    return file.endsWith(".drl") || file.endsWith(NATIVE_TABLE);
  }

  /** Returns the DRL by file. */
  Map<String, String> drl() {
    return drl;
  }

  /** Returns the place of each rule, by name. */
  Map<String, RuleSource> sources() {
    return sources;
  }

  /** Returns the references to tables in rules. */
  List<TableReference> tableReferences() {
    return tableReferences;
  }

  /** Returns all texts in the code. */
  Set<String> words() {
    Set<String> words = new HashSet<>();
    for (String text : drl.values()) {
      TEXT.matcher(text).results().forEach(found -> words.add(found.group(1)));
    }
    return words;
  }

  private void read(String file, byte[] bytes) {
    if (!file.endsWith(NATIVE_TABLE)) {
      decoded(file, bytes).ifPresent(text -> parse(file, text, Optional.empty()));
      return;
    }
    List<Sheet> sheets = WorkbookReader.readAll(file, bytes, problems);
    if (!sheets.isEmpty()) {
      translated(file, bytes).ifPresent(text -> parse(file, text, Optional.of(sheets.get(0))));
    }
  }

  private Optional<String> decoded(String file, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') < 0) {
        return Optional.of(text);
      }
    } catch (CharacterCodingException foreign) {
      // Reported below.
    }
    problems.add(
        RuleProblem.ofFile(
            file, ProblemCode.NOT_UTF8, "the file is not UTF-8.", "Save it as UTF-8."));
    return Optional.empty();
  }

  private Optional<String> translated(String file, byte[] workbook) {
    try {
      return Optional.of(
          new SpreadsheetCompiler()
              .compile(new ByteArrayInputStream(WorkbookReader.plain(workbook)), InputType.XLS));
    } catch (RuntimeException broken) {
      problems.add(
          RuleProblem.ofFile(
              file,
              ProblemCode.NATIVE_TABLE,
              "Drools cannot read this decision table: " + broken.getMessage() + ".",
              "Correct it; its cells are code."));
      return Optional.empty();
    }
  }

  private void parse(String file, String original, Optional<Sheet> nativeTable) {
    String text = MovedTypes.renamed(original);
    drl.put(file, text);
    List<RuleDescr> rules = rules(file, text);
    rules.forEach(rule -> sources.put(rule.getName(), source(file, rule, nativeTable)));
    if (nativeTable.isPresent() && rules.isEmpty()) {
      problems.add(
          RuleProblem.ofFile(
              file,
              ProblemCode.NATIVE_TABLE,
              "Drools finds no rules in this decision table.",
              "Begin it with RuleSet and RuleTable, or delete it."));
    }
    String[] lines = text.split("\n", -1);
    for (int line = 1; line <= lines.length; line++) {
      Matcher table = TABLE_REFERENCE.matcher(lines[line - 1]);
      while (table.find()) {
        tableReferences.add(new TableReference(file, line, table.group(1)));
      }
    }
  }

  private List<RuleDescr> rules(String file, String text) {
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    try {
      PackageDescr parsed = parser.parse(false, text);
      parser.getErrors().forEach(error -> unreadable(file, error.getLines(), error.getMessage()));
      return parsed == null ? List.of() : parsed.getRules();
    } catch (DroolsParserException broken) {
      unreadable(file, new int[0], broken.getMessage());
      return List.of();
    }
  }

  private void unreadable(String file, int[] lines, @Nullable String why) {
    String message =
        why == null ? "the file cannot be parsed." : why.lines().findFirst().orElse("");
    int line = lines.length == 0 ? 1 : Math.max(1, lines[0]);
    problems.add(
        new RuleProblem(
            file, null, null, line, ProblemCode.DRL_SYNTAX, null, message, "Correct the rule."));
  }

  private static RuleSource source(String file, RuleDescr rule, Optional<Sheet> nativeTable) {
    Matcher named = TABLE_ROW.matcher(rule.getName());
    if (nativeTable.isEmpty() || !named.matches()) {
      return new RuleSource.DrlRule(rule.getName(), file, rule.getLine());
    }
    int number = Integer.parseInt(named.group(1));
    List<String> cells =
        nativeTable.get().rows().stream()
            .filter(row -> row.get(0).row() == number)
            .flatMap(List::stream)
            .filter(cell -> cell.column() > 0)
            .map(Cell::address)
            .toList();
    return new RuleSource.TableRow(rule.getName(), file, nativeTable.get().name(), number, cells);
  }
}
