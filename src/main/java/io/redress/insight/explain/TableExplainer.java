package io.redress.insight.explain;

import io.redress.rules.source.Cell;
import io.redress.rules.table.Column;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.Facts;
import io.redress.rules.table.HitPolicy;
import io.redress.rules.table.Row;
import io.redress.rules.table.UnaryTest;
import io.redress.rules.table.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Explains one table for one set of facts: each row by itself, and what the index answers. */
final class TableExplainer {
  /** Of longer tables, the rows nearest to matching are listed. */
  static final int MAX_ROWS = 500;

  private final DecisionTable table;
  private final Facts facts;
  private final List<Column> conditions;
  private final Sentences sentences;
  private final @Nullable Integer first;

  private TableExplainer(DecisionTable table, Facts facts, Sentences sentences) {
    this.table = table;
    this.facts = facts;
    this.sentences = sentences;
    this.conditions = table.columns().stream().filter(column -> !column.outcome()).toList();
    this.first = table.ask(facts).stream().findFirst().map(row -> row.source().row()).orElse(null);
  }

  static ExplainedTable explain(
      DecisionTable table, Facts facts, boolean asked, Question question, Sentences sentences) {
    return new TableExplainer(table, facts, sentences).explain(asked, question);
  }

  private ExplainedTable explain(boolean asked, Question question) {
    List<Row> answering = asked ? table.ask(facts) : List.of();
    Set<Integer> answers = new HashSet<>();
    answering.forEach(row -> answers.add(row.source().row()));
    List<AnsweringRow> won =
        answering.stream().map(row -> won(table.rows().indexOf(row), row)).toList();
    List<ExplainedRow> rows =
        IntStream.range(0, table.rows().size())
            .filter(index -> question.asksFor(number(index)))
            .mapToObj(index -> row(index, answers.contains(number(index))))
            .toList();
    List<ExplainedRow> listed = nearest(rows);
    return new ExplainedTable(
        table.name(),
        table.file(),
        table.sheet(),
        table.hitPolicy(),
        asked,
        sentences.ofTable(table.name(), asked, won.stream().map(AnsweringRow::row).toList()),
        won.isEmpty() ? null : won.get(0),
        won.isEmpty() ? List.of() : won.subList(1, won.size()),
        listed,
        rows.size() - listed.size());
  }

  private static List<ExplainedRow> nearest(List<ExplainedRow> rows) {
    return rows.size() <= MAX_ROWS
        ? rows
        : rows.stream()
            .sorted(Comparator.comparingInt(row -> row.failed().size()))
            .limit(MAX_ROWS)
            .sorted(Comparator.comparingInt(ExplainedRow::row))
            .toList();
  }

  private int number(int index) {
    return table.rows().get(index).source().row();
  }

  private AnsweringRow won(int index, Row row) {
    List<CellTest> cells = cells(index, false);
    int number = row.source().row();
    return new AnsweringRow(number, sentences.ofAnswer(number, cells), cells);
  }

  private ExplainedRow row(int index, boolean answered) {
    List<CellTest> failed = cells(index, true);
    boolean matched = failed.isEmpty();
    boolean comesLater = matched && !answered && table.hitPolicy() != HitPolicy.COLLECT;
    int number = number(index);
    Integer before = comesLater && first != null && first != number ? first : null;
    return new ExplainedRow(
        number, matched, answered, failed, before, sentences.ofRow(number, failed, before));
  }

  /** The tests of a row that are no blanks: all of them, or only those that fail. */
  private List<CellTest> cells(int index, boolean onlyFailed) {
    List<CellTest> cells = new ArrayList<>();
    List<UnaryTest> tests = table.tests().get(index);
    for (int i = 0; i < tests.size(); i++) {
      UnaryTest test = tests.get(i);
      Column column = conditions.get(i);
      Object value = facts.value(column.term());
      if (!(test instanceof UnaryTest.Any) && !(onlyFailed && test.accepts(value))) {
        cells.add(
            new CellTest(
                Cell.address(column.position(), number(index)),
                column.term().name(),
                test.text(),
                text(value)));
      }
    }
    return cells;
  }

  /** A fact as text; lists are sorted, so that the same facts are always explained alike. */
  private static @Nullable String text(@Nullable Object value) {
    if (value instanceof Collection<?> several) {
      return several.isEmpty()
          ? ""
          : Values.text(several.stream().map(Values::text).sorted().toList());
    }
    return value == null ? null : Values.text(value);
  }
}
