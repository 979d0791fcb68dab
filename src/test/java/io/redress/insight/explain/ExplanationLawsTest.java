package io.redress.insight.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.rules.engine.RandomFacts;
import io.redress.rules.engine.RandomTables;
import io.redress.rules.source.Cell;
import io.redress.rules.table.Column;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.Facts;
import io.redress.rules.table.HitPolicy;
import io.redress.rules.table.Row;
import io.redress.rules.table.UnaryTest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Explanations of random tables agree with the index, and with each test alone. */
class ExplanationLawsTest {
  private static final int TABLES = 30;
  private static final int ROWS = 25;
  private static final int QUESTIONS = 60;

  private int answered;
  private int shadowed;
  private int failed;

  @Test
  void explanationsAgreeWithTheIndex() {
    for (int seed = 0; seed < TABLES; seed++) {
      DecisionTable table = new RandomTables(seed).next("random-" + seed, ROWS);
      RandomFacts random = new RandomFacts(table, seed);
      for (int question = 0; question < QUESTIONS; question++) {
        check(table, random.next());
      }
    }
    assertThat(answered).isGreaterThan(500);
    assertThat(shadowed).isGreaterThan(100);
    assertThat(failed).isGreaterThan(5_000);
  }

  private void check(DecisionTable table, Facts facts) {
    ExplainedTable explained =
        TableExplainer.explain(table, facts, true, Question.ALL, new Sentences(Locale.UK));
    List<Integer> answers = table.ask(facts).stream().map(row -> row.source().row()).toList();
    List<AnsweringRow> won =
        Stream.concat(Stream.ofNullable(explained.won()), explained.alsoWon().stream()).toList();

    assertThat(won.stream().map(AnsweringRow::row).toList())
        .as("%s asked with %s", table.name(), facts)
        .isEqualTo(answers);
    assertThat(explained.rows()).hasSameSizeAs(table.rows());
    answered += won.size();
    for (int index = 0; index < table.rows().size(); index++) {
      check(table, facts, index, explained.rows().get(index), answers);
    }
  }

  private void check(
      DecisionTable table, Facts facts, int index, ExplainedRow row, List<Integer> answers) {
    Row original = table.rows().get(index);
    Set<String> failing = failing(table, facts, index);
    String about = "%s, row %s, asked with %s".formatted(table.name(), row.row(), facts);

    assertThat(row.row()).isEqualTo(original.source().row());
    assertThat(row.matched()).as(about).isEqualTo(failing.isEmpty());
    assertThat(row.answered()).as(about).isEqualTo(answers.contains(row.row()));
    assertThat(row.failed().stream().map(CellTest::cell).collect(Collectors.toSet()))
        .as(about)
        .isEqualTo(failing);
    boolean late = row.matched() && !row.answered() && table.hitPolicy() != HitPolicy.COLLECT;
    assertThat(row.shadowedBy()).as(about).isEqualTo(late ? answers.get(0) : null);
    shadowed += late ? 1 : 0;
    failed += failing.size();
  }

  /** The addresses of the cells whose test, by itself, does not accept the value. */
  private static Set<String> failing(DecisionTable table, Facts facts, int index) {
    List<Column> conditions = table.columns().stream().filter(column -> !column.outcome()).toList();
    List<UnaryTest> tests = table.tests().get(index);
    return IntStream.range(0, tests.size())
        .filter(i -> !tests.get(i).accepts(facts.value(conditions.get(i).term())))
        .mapToObj(
            i -> Cell.address(conditions.get(i).position(), table.rows().get(index).source().row()))
        .collect(Collectors.toSet());
  }

  @Test
  void ofLongTablesTheNearestRowsAreListed() {
    DecisionTable table = new RandomTables(3).next("long", TableExplainer.MAX_ROWS + 40);
    Facts facts = new RandomFacts(table, 3).next();
    ExplainedTable explained =
        TableExplainer.explain(table, facts, true, Question.ALL, new Sentences(Locale.UK));

    assertThat(explained.rows()).hasSize(TableExplainer.MAX_ROWS);
    assertThat(explained.leftOut()).isEqualTo(40);
    int most = explained.rows().stream().mapToInt(row -> row.failed().size()).max().orElseThrow();
    Set<Integer> listed =
        explained.rows().stream().map(ExplainedRow::row).collect(Collectors.toSet());
    for (int index = 0; index < table.rows().size(); index++) {
      if (!listed.contains(table.rows().get(index).source().row())) {
        assertThat(failing(table, facts, index)).hasSizeGreaterThanOrEqualTo(most);
      }
    }
  }
}
