package io.redress.rules.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.rules.source.Cell;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.Sheet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Property of the index: it gives the answers of testing rows one by one. */
class TableIndexTest {
  private static final List<Term> TERMS =
      List.of(
              "reason",
              "situation",
              "order.buyerCountry",
              "replacementAvailable",
              "daysLate",
              "order.unitPrice",
              "defectRatePercent",
              "shipment.shippedOn",
              "evidence.types",
              "evidenceState")
          .stream()
          .map(Vocabulary::known)
          .toList();
  private static final LocalDate DAY = LocalDate.of(2015, 2, 15);

  static IntStream seeds() {
    return IntStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void indexGivesTheAnswersOfTestingEachRow(int seed) {
    Random random = new Random(seed);
    HitPolicy hitPolicy = HitPolicy.values()[seed % 3];
    List<Term> conditions = conditions(random);
    List<List<Object>> rows = rows(random, conditions, seed % 20 == 0 ? 5_000 : 130);
    DecisionTable table = table(hitPolicy, conditions, rows);

    for (int i = 0; i < 60; i++) {
      Map<Term, Object> facts = facts(random, conditions);

      assertThat(table.ask(facts::get))
          .as("seed %s, facts %s", seed, facts)
          .extracting(row -> row.source().row())
          .isEqualTo(tried(hitPolicy, conditions, rows, facts));
    }
  }

  @Test
  void tableWithoutConditionsAlwaysMatches() {
    DecisionTable table = table(HitPolicy.COLLECT, List.of(), List.of(List.of(), List.of()));

    assertThat(table.ask(term -> null)).hasSize(2);
  }

  @Test
  void tablesWithTooManyRowsAreRejected() {
    List<List<Cell>> rows = heading(HitPolicy.FIRST, List.of());
    IntStream.rangeClosed(4, 50_004)
        .forEach(row -> rows.add(List.of(new Cell("A" + row, row, 0, "X", false))));
    List<RuleProblem> problems = new ArrayList<>();

    assertThat(TableReader.read(new Sheet("a.xlsx", "S", rows, Set.of()), Terms.BUILT_IN, problems))
        .isEmpty();
    assertThat(problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.TOO_MANY_ROWS);
              assertThat(problem.cell()).isEqualTo("A50004");
            });
  }

  private static List<Integer> tried(
      HitPolicy hitPolicy,
      List<Term> conditions,
      List<List<Object>> rows,
      Map<Term, Object> facts) {
    CellReader cells =
        new CellReader(
            (cell, code, value, message, suggestion) -> {
              throw new AssertionError(message);
            });
    List<Integer> accepting = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      boolean accepts = true;
      for (int column = 0; column < conditions.size(); column++) {
        Term term = conditions.get(column);
        Cell cell = new Cell("A1", 1, 0, rows.get(row).get(column), false);
        accepts &= cells.test(cell, term).accepts(facts.get(term));
      }
      if (accepts) {
        accepting.add(row + 4);
      }
    }
    return hitPolicy == HitPolicy.COLLECT || accepting.isEmpty()
        ? accepting
        : accepting.subList(0, 1);
  }

  private static List<Term> conditions(Random random) {
    return TERMS.stream().filter(term -> random.nextInt(3) == 0).toList();
  }

  private static List<List<Object>> rows(Random random, List<Term> conditions, int most) {
    int count = most / 2 + random.nextInt(most / 2);
    int anyPercent = 20 + random.nextInt(60);
    List<List<Object>> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      List<Object> cells = new ArrayList<>();
      for (Term term : conditions) {
        cells.add(random.nextInt(100) < anyPercent ? "-" : condition(random, term));
      }
      rows.add(cells);
    }
    return rows;
  }

  private static Object condition(Random random, Term term) {
    String one = text(random, term);
    String other = text(random, term);
    return switch (random.nextInt(term.type().ordered() ? 9 : 5)) {
      case 0 -> "known";
      case 1 -> "not known";
      case 2 -> one + ", " + other;
      case 3 -> "not(" + one + ", " + other + ")";
      case 4 -> term.list() ? one : value(random, term);
      case 5 -> List.of("<", "<=", ">", ">=").get(random.nextInt(4)) + " " + one;
      default -> range(random, value(random, term), value(random, term));
    };
  }

  @SuppressWarnings("unchecked")
  private static String range(Random random, Object one, Object other) {
    int order = ((Comparable<Object>) one).compareTo(other);
    Object low = order <= 0 ? one : other;
    Object high = order <= 0 ? other : one;
    boolean point = order == 0;
    return (point || random.nextBoolean() ? "[" : "(")
        + low
        + ".."
        + high
        + (point || random.nextBoolean() ? "]" : ")");
  }

  private static Map<Term, Object> facts(Random random, List<Term> conditions) {
    Map<Term, Object> facts = new HashMap<>();
    for (Term term : conditions) {
      if (random.nextInt(5) > 0) {
        facts.put(term, fact(random, term));
      }
    }
    return facts;
  }

  private static Object fact(Random random, Term term) {
    return term.list()
        ? term.allowed().stream().filter(word -> random.nextBoolean()).collect(Collectors.toSet())
        : value(random, term);
  }

  private static String text(Random random, Term term) {
    return value(random, term).toString();
  }

  private static Object value(Random random, Term term) {
    return switch (term.type()) {
      case ENUM, TEXT -> term.allowed().get(random.nextInt(Math.min(7, term.allowed().size())));
      case CODE -> "CODE_" + random.nextInt(40);
      case BOOLEAN -> random.nextBoolean();
      case INTEGER, PERCENT -> BigDecimal.valueOf(random.nextInt(30));
      case DECIMAL -> BigDecimal.valueOf(random.nextInt(300), 1);
      case DATE -> DAY.plusDays(random.nextInt(30));
    };
  }

  private static DecisionTable table(
      HitPolicy hitPolicy, List<Term> conditions, List<List<Object>> rows) {
    List<List<Cell>> cells = heading(hitPolicy, conditions);
    for (List<Object> row : rows) {
      List<Object> values = new ArrayList<>(row);
      values.add("X");
      cells.add(cells(cells.size() + 2, values));
    }
    List<RuleProblem> problems = new ArrayList<>();
    var table =
        TableReader.read(new Sheet("a.xlsx", "S", cells, Set.of()), Terms.BUILT_IN, problems);
    assertThat(problems).isEmpty();
    return table.orElseThrow();
  }

  /** Returns rows 1 and 3, with the outcome column right of the conditions. */
  private static List<List<Cell>> heading(HitPolicy hitPolicy, List<Term> conditions) {
    List<Object> names = new ArrayList<>(conditions.stream().map(Term::name).toList());
    names.add("-> why");
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(cells(1, List.of("Table", "law", "Hit policy", hitPolicy.name())));
    rows.add(cells(3, names));
    return rows;
  }

  private static List<Cell> cells(int row, List<Object> values) {
    return IntStream.range(0, values.size())
        .mapToObj(i -> new Cell(Cell.address(i, row), row, i, values.get(i), false))
        .toList();
  }
}
