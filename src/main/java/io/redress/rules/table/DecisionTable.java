package io.redress.rules.table;

import java.util.List;

/** A decision table: returns the rows that match the facts. */
public final class DecisionTable {
  private final String name;
  private final String file;
  private final String sheet;
  private final HitPolicy hitPolicy;
  private final List<Column> columns;
  private final List<Term> conditions;
  private final List<List<UnaryTest>> tests;
  private final List<Row> rows;
  private final TableIndex index;

  DecisionTable(
      String name,
      String file,
      String sheet,
      HitPolicy hitPolicy,
      List<Column> columns,
      List<List<UnaryTest>> tests,
      List<Row> rows) {
    this.name = name;
    this.file = file;
    this.sheet = sheet;
    this.hitPolicy = hitPolicy;
    this.columns = List.copyOf(columns);
    this.conditions =
        columns.stream().filter(column -> !column.outcome()).map(Column::term).toList();
    this.tests = tests.stream().map(List::copyOf).toList();
    this.rows = List.copyOf(rows);
    this.index = TableIndex.of(this.conditions, this.tests);
  }

  /** Returns a table of this name and place with other columns and rows, to try changes. */
  public DecisionTable with(
      HitPolicy policy, List<Column> others, List<List<UnaryTest>> tested, List<Row> rules) {
    return new DecisionTable(name, file, sheet, policy, others, tested, rules);
  }

  /** Returns the rows that match, from the top: at most one unless the hit policy is COLLECT. */
  public List<Row> ask(Facts facts) {
    if (hitPolicy == HitPolicy.COLLECT) {
      return index.all(facts).mapToObj(rows::get).toList();
    }
    int first = index.first(facts);
    return first < 0 ? List.of() : List.of(rows.get(first));
  }

  public String name() {
    return name;
  }

  public String file() {
    return file;
  }

  public String sheet() {
    return sheet;
  }

  public HitPolicy hitPolicy() {
    return hitPolicy;
  }

  /** Returns the columns from the left, without remarks. */
  public List<Column> columns() {
    return columns;
  }

  /** Returns the terms of the condition columns, from the left. */
  public List<Term> conditions() {
    return conditions;
  }

  public List<Row> rows() {
    return rows;
  }

  /** Returns the tests of each row, one per condition; a row matches when all pass. */
  public List<List<UnaryTest>> tests() {
    return tests;
  }
}
