package io.redress.rules.table;

import io.redress.domain.decision.RuleSource;
import io.redress.rules.source.Cell;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.Sheet;
import io.redress.rules.source.SheetMarker;
import io.redress.rules.source.edit.UsageColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads a sheet as a decision table, and reports all problems by cell. */
final class TableReader {
  private static final int MAX_ROWS = 50_000;
  private static final Pattern NAME = Pattern.compile("[A-Z]+" + Sheet.NAMES_ROW);

  private final Sheet sheet;
  private final Terms terms;
  private final List<RuleProblem> problems;
  private final CellReader cells;
  private final List<Integer> remarks;

  private TableReader(Sheet sheet, Terms terms, List<RuleProblem> problems) {
    this.sheet = sheet;
    this.terms = terms;
    this.problems = problems;
    this.cells = new CellReader(this::problem);
    Set<Integer> usage = UsageColumns.in(sheet);
    this.remarks =
        sheet.names().stream()
            .filter(Cell::namesRemark)
            .map(Cell::column)
            .filter(column -> !usage.contains(column))
            .toList();
  }

  /** Returns empty when the sheet is not a table or has problems. */
  static Optional<DecisionTable> read(Sheet sheet, Terms terms, List<RuleProblem> problems) {
    return sheet.holds(SheetMarker.TABLE)
        ? new TableReader(sheet, terms, problems).table()
        : Optional.empty();
  }

  private Optional<DecisionTable> table() {
    int before = problems.size();
    boolean complete =
        sheet.refused().isEmpty()
            && sheet.names().stream().map(Column::name).noneMatch(terms.own()::mayDeclare);
    TableTitle title = TableTitle.of(sheet);
    title.findProblems(this::problem);
    List<Column> columns = columns();
    List<Column> conditions = columns.stream().filter(column -> !column.outcome()).toList();
    List<Column> outcomes = columns.stream().filter(Column::outcome).toList();
    List<List<UnaryTest>> tests = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (List<Cell> row : sheet.data()) {
      if (isRule(row, columns)) {
        List<UnaryTest> rowTests = conditions.stream().map(column -> test(row, column)).toList();
        tests.add(rowTests);
        rows.add(row(title.name(), row, conditions, rowTests, outcomes));
      }
    }
    if (rows.isEmpty() && complete && problems.size() == before) {
      problem(
          "A4",
          ProblemCode.NO_ROWS,
          null,
          "the table has no rules.",
          "Write the first one in row 4.");
    }
    if (rows.size() > MAX_ROWS) {
      problem(
          "A" + rows.get(MAX_ROWS).source().row(),
          ProblemCode.TOO_MANY_ROWS,
          Integer.toString(rows.size()),
          rows.size() + " rows are more than " + MAX_ROWS + ".",
          "Split the table.");
    }
    if (!complete || problems.size() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new DecisionTable(
            title.name(),
            sheet.file(),
            sheet.name(),
            HitPolicy.valueOf(title.hitPolicy()),
            columns,
            tests,
            rows));
  }

  private List<Column> columns() {
    List<Cell> names = sheet.names();
    UnnamedColumns unnamed = new UnnamedColumns(sheet, this::problem);
    sheet.data().forEach(unnamed::find);
    List<Column> columns = new ArrayList<>();
    for (Cell cell : names) {
      if (!cell.namesRemark()) {
        Column.read(cell, terms, this::problem).ifPresent(column -> add(column, cell, columns));
      }
    }
    if (names.stream().noneMatch(Column::namesOutcome) && !hidesName()) {
      problem(
          "A3",
          ProblemCode.BAD_HEADER,
          null,
          "row 3 names no outcome.",
          "Name at least one, such as -> resolution.");
    }
    return columns;
  }

  /** Whether a name cannot be read, which may be that of an outcome. */
  private boolean hidesName() {
    return sheet.refused().stream().anyMatch(address -> NAME.matcher(address).matches());
  }

  private void add(Column column, Cell cell, List<Column> columns) {
    for (Column left : columns) {
      if (left.term().equals(column.term()) && left.outcome() == column.outcome()) {
        problems.add(sheet.duplicateColumn(cell));
        return;
      }
    }
    columns.add(column);
  }

  private static boolean isRule(List<Cell> row, List<Column> columns) {
    return columns.stream().anyMatch(column -> Cell.at(row, column.position()) != null);
  }

  private static @Nullable Cell cell(List<Cell> row, Column column) {
    Cell cell = Cell.at(row, column.position());
    return cell == null ? null : KeyboardSigns.ascii(cell, column.term());
  }

  private UnaryTest test(List<Cell> row, Column column) {
    Cell cell = cell(row, column);
    return cell == null ? new UnaryTest.Any() : cells.test(cell, column.term());
  }

  private Row row(
      String name,
      List<Cell> row,
      List<Column> conditions,
      List<UnaryTest> tests,
      List<Column> outcomes) {
    int number = row.get(0).row();
    List<String> addresses = new ArrayList<>();
    for (Column column : conditions) {
      Cell cell = cell(row, column);
      if (cell != null && !cell.text().equals("-")) {
        addresses.add(cell.address());
      }
    }
    List<Row.Outcome> answers = new ArrayList<>();
    for (Column column : outcomes) {
      Cell cell = cell(row, column);
      if (cell == null) {
        problem(
            Cell.address(column.position(), number),
            ProblemCode.OUTCOME_EMPTY,
            null,
            "the row has no value for " + column.term().name() + ".",
            "Write a value, or - for no outcome.");
      } else if (!cell.text().equals("-")) {
        addresses.add(cell.address());
        cells
            .outcome(cell, column.term())
            .ifPresent(value -> answers.add(new Row.Outcome(column.term(), value)));
      }
    }
    var source =
        new RuleSource.TableRow(
            name + " row " + number, sheet.file(), sheet.name(), number, addresses);
    return new Row(source, tested(conditions, tests), answers, remark(row));
  }

  private static List<Term> tested(List<Column> conditions, List<UnaryTest> tests) {
    return IntStream.range(0, tests.size())
        .filter(i -> !(tests.get(i) instanceof UnaryTest.Any))
        .mapToObj(i -> conditions.get(i).term())
        .toList();
  }

  private String remark(List<Cell> row) {
    return remarks.stream()
        .map(column -> text(Cell.at(row, column)))
        .filter(remark -> !remark.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static String text(@Nullable Cell cell) {
    return cell == null ? "" : cell.text();
  }

  private void problem(
      String cell, ProblemCode code, @Nullable String value, String message, String suggestion) {
    if (!sheet.refused().contains(cell)) {
      problems.add(sheet.problem(cell, code, value, message, suggestion));
    }
  }
}
