package io.redress.table;

import io.redress.source.ProblemCode;
import io.redress.source.RuleProblem;
import io.redress.source.Sheet;
import io.redress.source.WorkbookReader;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All business tables of a rule set, by name. */
public final class Tables {
  private static final String CALENDAR = "calendar.xlsx";

  private final Map<String, DecisionTable> byName;

  private Tables(Map<String, DecisionTable> byName) {
    this.byName = byName;
  }

  /**
   * Reads the tables of every workbook; those with faults are left out.
   *
   * @param files the rule set's files by path; native Drools tables and the calendar are not
   *     business tables
   * @param problems takes every fault found
   */
  public static Tables read(Map<String, byte[]> files, List<RuleProblem> problems) {
    Map<String, DecisionTable> byName = new LinkedHashMap<>();
    new TreeMap<>(files)
        .forEach(
            (file, bytes) -> {
              if (file.endsWith(".xlsx") && !file.endsWith(".drl.xlsx") && !file.equals(CALENDAR)) {
                for (Sheet sheet : WorkbookReader.read(file, bytes, problems)) {
                  read(sheet, byName, problems);
                }
              }
            });
    return new Tables(byName);
  }

  private static void read(
      Sheet sheet, Map<String, DecisionTable> byName, List<RuleProblem> problems) {
    TableReader.read(sheet, problems)
        .ifPresent(
            table -> {
              DecisionTable first = byName.putIfAbsent(table.name(), table);
              if (first != null) {
                problems.add(
                    new RuleProblem(
                        sheet.file(),
                        sheet.name(),
                        "B1",
                        null,
                        ProblemCode.DUPLICATE_TABLE,
                        table.name(),
                        "a table of this name stands in "
                            + first.file()
                            + ", sheet "
                            + first.sheet()
                            + ", too.",
                        "Give it another name."));
              }
            });
  }

  public Optional<DecisionTable> table(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** In the order of files and sheets. */
  public Collection<DecisionTable> all() {
    return byName.values();
  }
}
