package io.redress.rules.table;

import io.redress.rules.source.CellWarning;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.Sheet;
import io.redress.rules.source.SheetMarker;
import io.redress.rules.source.WorkbookReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All business tables of a rule set, by name. */
public final class Tables {
  private static final String CALENDAR = "calendar.xlsx";

  private final Map<String, DecisionTable> byName;
  private final Set<String> names;
  private final List<CellWarning> warnings;
  private final boolean complete;
  private final Terms terms;

  private Tables(
      Map<String, DecisionTable> byName,
      Set<String> names,
      List<CellWarning> warnings,
      Terms terms,
      boolean complete) {
    this.terms = terms;
    this.complete = complete;
    this.byName = byName;
    this.names = names;
    this.warnings = List.copyOf(warnings);
  }

  /**
   * Reads the tables of every workbook, without those that have problems.
   *
   * @param files the rule set's files by path; native Drools tables and the calendar are not
   *     business tables
   * @param problems receives all problems
   */
  public static Tables read(Map<String, byte[]> files, List<RuleProblem> problems) {
    Map<String, DecisionTable> byName = new LinkedHashMap<>();
    Map<String, Sheet> named = new HashMap<>();
    List<CellWarning> warnings = new ArrayList<>();
    Set<String> incomplete = new HashSet<>();
    Terms terms = Terms.read(files, problems);
    new TreeMap<>(files)
        .forEach(
            (file, bytes) -> {
              if (isTableFile(file)) {
                List<RuleProblem> found = new ArrayList<>();
                List<Sheet> sheets = WorkbookReader.read(file, bytes, found);
                problems.addAll(found);
                if (found.stream().anyMatch(Tables::hidesTable)) {
                  incomplete.add(file);
                }
                for (Sheet sheet : sheets) {
                  if (sheet.holds(SheetMarker.TABLE)) {
                    warnings.addAll(sheet.warnings());
                    if (!TableTitle.of(sheet).hasName()) {
                      incomplete.add(file);
                    }
                    findDuplicate(sheet, named, problems);
                    TableReader.read(sheet, terms, problems)
                        .ifPresent(table -> byName.putIfAbsent(table.name(), table));
                  } else {
                    problems.add(sheet.misplaced());
                  }
                }
              }
            });
    return new Tables(byName, named.keySet(), warnings, terms, incomplete.isEmpty());
  }

  /** Returns these tables, with others in place of those of the same name. */
  public Tables with(Collection<DecisionTable> others) {
    Map<String, DecisionTable> replaced = new LinkedHashMap<>(byName);
    others.forEach(table -> replaced.replace(table.name(), table));
    return new Tables(replaced, names, warnings, terms, complete);
  }

  /** Whether a workbook, or a sheet that may be a table, was not read for a problem. */
  private static boolean hidesTable(RuleProblem problem) {
    return problem.code().hidesContent()
        || problem.code() == ProblemCode.BAD_HEADER
        || "A1".equals(problem.cell());
  }

  /** Whether the name of every table is known; else tables that seem to be missing may be there. */
  public boolean complete() {
    return complete;
  }

  /** Whether the file is a workbook of business tables. */
  public static boolean isTableFile(String file) {
    return file.endsWith(".xlsx")
        && !file.endsWith(".drl.xlsx")
        && !file.equals(CALENDAR)
        && !file.equals(OwnTerms.FILE);
  }

  /** Counts the names of invalid tables as well. */
  private static void findDuplicate(
      Sheet sheet, Map<String, Sheet> named, List<RuleProblem> problems) {
    String name = TableTitle.of(sheet).name();
    Sheet first = named.putIfAbsent(name, sheet);
    if (first != null && !name.isEmpty()) {
      problems.add(
          sheet.problem(
              "B1",
              ProblemCode.DUPLICATE_TABLE,
              name,
              "a table of this name is already in "
                  + first.file()
                  + ", sheet "
                  + first.name()
                  + ".",
              first.file().equals(sheet.file())
                  ? "Give it another name."
                  : "Give it another name, or delete the file that is a copy of the other."));
    }
  }

  public Optional<DecisionTable> table(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Returns the terms that the tables are written in. */
  public Terms terms() {
    return terms;
  }

  /** Returns the names of all tables, including invalid ones. */
  public Set<String> names() {
    return names;
  }

  /** Returns what is probably a mistake in cells that can be read. */
  public List<CellWarning> warnings() {
    return warnings;
  }

  /** Returns the tables in the order of files and sheets. */
  public Collection<DecisionTable> all() {
    return byName.values();
  }
}
