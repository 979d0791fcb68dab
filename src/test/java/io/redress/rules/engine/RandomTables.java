package io.redress.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.WorkbookFixture;
import io.redress.rules.source.WorkbookFixture.Percent;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.HitPolicy;
import io.redress.rules.table.Tables;
import io.redress.rules.table.Term;
import io.redress.rules.table.ValueType;
import io.redress.rules.table.Vocabulary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Random workbooks with cells of every form and type, and few different values. */
public final class RandomTables {
  /** Free texts that try to break out of their rule. */
  static final List<String> HOSTILE =
      List.of(
          "\"); System.exit(0); //",
          "\\u0022",
          "\\\"",
          "\\",
          "\\\\u0022); System.exit(0); //",
          "end rule",
          "x\nend\nrule \"mine\" when then System.exit(0); end",
          "|| true",
          "x\" || true || \"x",
          "eval(true)",
          "{config:x}",
          "${config}",
          "=cmd|'/c calc'!A1",
          "*/ /* # //",
          "'",
          "%s %n \\n \\042",
          "\u00e9\u4e2d\u6587 \uD83D\uDC57");

  private static final LocalDate DAY = LocalDate.of(2015, 2, 15);
  private static final List<String> COMPARISONS = List.of("<", "<=", ">", ">=");

  private final Random random;

  public RandomTables(long seed) {
    this.random = new Random(seed);
  }

  public DecisionTable next(String name, int rows) {
    List<Term> conditions = some(Vocabulary.terms(), 1 + random.nextInt(7));
    List<Term> outcomes =
        some(Vocabulary.terms().stream().filter(Term::outcome).toList(), 1 + random.nextInt(3));
    List<String> names = new ArrayList<>(conditions.stream().map(Term::name).toList());
    outcomes.forEach(term -> names.add("-> " + term.name()));
    names.add("# remark");
    HitPolicy hitPolicy = HitPolicy.values()[random.nextInt(3)];
    var workbook = WorkbookFixture.table(name, hitPolicy.name(), names.toArray());
    for (int row = 0; row < rows; row++) {
      List<Object> cells = new ArrayList<>();
      conditions.forEach(term -> cells.add(random.nextInt(5) < 2 ? "-" : condition(term)));
      outcomes.forEach(term -> cells.add(random.nextInt(5) == 0 ? "-" : outcome(term)));
      cells.add(one(HOSTILE));
      workbook.row(cells.toArray());
    }
    List<RuleProblem> problems = new ArrayList<>();
    Tables tables = Tables.read(Map.of(name + ".xlsx", workbook.bytes()), problems);
    assertThat(problems).isEmpty();
    return tables.table(name).orElseThrow();
  }

  private Object outcome(Term term) {
    return term.list() ? text(term) + ", " + text(term) : cell(term);
  }

  private Object condition(Term term) {
    boolean ordered = ordered(term);
    return switch (random.nextInt(ordered ? 9 : 6)) {
      case 0 -> "known";
      case 1 -> "not known";
      case 2 -> "not(" + text(term) + ")";
      case 3 -> parts(term);
      case 4 -> "not(" + parts(term) + ")";
      case 5 -> cell(term);
      default -> range(term);
    };
  }

  private String parts(Term term) {
    return String.join(
        ", ", IntStream.range(0, 2 + random.nextInt(2)).mapToObj(i -> part(term)).toList());
  }

  private String part(Term term) {
    return ordered(term) && random.nextBoolean() ? range(term) : text(term);
  }

  @SuppressWarnings("unchecked")
  private String range(Term term) {
    Object one = value(term);
    Object other = value(term);
    int order = ((Comparable<Object>) one).compareTo(other);
    if (order >= 0) {
      return one(COMPARISONS) + " " + one;
    }
    return one(List.of("[", "(")) + one + ".." + other + one(List.of("]", ")"));
  }

  private String text(Term term) {
    return value(term) + (term.type() == ValueType.PERCENT ? "%" : "");
  }

  /** Returns a value as a person may type it. */
  private Object cell(Term term) {
    Object value = value(term);
    return switch (term.type()) {
      case PERCENT ->
          random.nextBoolean()
              ? new Percent(((BigDecimal) value).movePointLeft(2).doubleValue())
              : value + "%";
      case DATE -> random.nextBoolean() ? value : value.toString();
      default -> value;
    };
  }

  private static boolean ordered(Term term) {
    return switch (term.type()) {
      case INTEGER, DECIMAL, PERCENT, DATE -> true;
      case ENUM, TEXT, CODE, BOOLEAN -> false;
    };
  }

  /** Returns one of few values, so that rows overlap. */
  private Object value(Term term) {
    return switch (term.type()) {
      case ENUM, TEXT ->
          one(
              term.allowed().isEmpty()
                  ? HOSTILE
                  : term.allowed().subList(0, Math.min(6, term.allowed().size())));
      case CODE -> "CODE_" + random.nextInt(6);
      case BOOLEAN -> random.nextBoolean();
      case INTEGER, PERCENT -> number(term);
      case DECIMAL -> number(term).add(new BigDecimal("0.10"));
      case DATE -> DAY.plusDays(random.nextInt(12));
    };
  }

  private BigDecimal number(Term term) {
    return BigDecimal.valueOf(random.nextInt(15) - 3).max(term.minimum()).min(term.maximum());
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private <T> List<T> some(List<T> choices, int count) {
    List<T> shuffled = new ArrayList<>(choices);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, count);
  }
}
