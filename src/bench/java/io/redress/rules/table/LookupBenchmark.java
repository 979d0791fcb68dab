package io.redress.rules.table;

import io.redress.rules.source.WorkbookFixture;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Measures look-ups in a table, by number of rows, against the baseline of testing row after row.
 *
 * <p>Each question has other facts with five values; about one row in 300 matches each.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LookupBenchmark {
  private static final List<String> REASONS = List.of("LOST", "IN_TRANSIT", "DAMAGED", "DEFECTIVE");
  private static final List<String> COUNTRIES = List.of("DE", "FR", "US", "GB", "ES");
  private static final int MAX_DAYS = 500;
  private static final int QUESTIONS = 1_024;

  @Param({"1000", "10000"})
  private int rows;

  private final Random random = new Random(1);
  private final List<Facts> questions = new ArrayList<>();
  private @Nullable DecisionTable table;
  private int next;

  /** Creates a table of that many rows, and the questions. */
  @Setup
  public void write() {
    table = Tables.read(Map.of("long.xlsx", workbook()), new ArrayList<>()).all().iterator().next();
    for (int i = 0; i < QUESTIONS; i++) {
      Map<String, Object> values =
          Map.of(
              "reason", REASONS.get(random.nextInt(REASONS.size())),
              "situation", "S" + random.nextInt(20),
              "order.buyerCountry", COUNTRIES.get(random.nextInt(COUNTRIES.size())),
              "daysLate", BigDecimal.valueOf(random.nextInt(MAX_DAYS)),
              "order.quantity", BigDecimal.valueOf(random.nextInt(100)));
      questions.add(term -> values.get(term.name()));
    }
  }

  @Benchmark
  public List<Row> index() {
    return table.ask(question());
  }

  @Benchmark
  public int baselineRowAfterRow() {
    Facts facts = question();
    List<Term> conditions = table.conditions();
    for (int row = 0; row < table.tests().size(); row++) {
      if (accepts(conditions, table.tests().get(row), facts)) {
        return row;
      }
    }
    return -1;
  }

  private static boolean accepts(List<Term> conditions, List<UnaryTest> tests, Facts facts) {
    for (int i = 0; i < tests.size(); i++) {
      if (!tests.get(i).accepts(facts.value(conditions.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private Facts question() {
    next = (next + 1) % QUESTIONS;
    return questions.get(next);
  }

  private byte[] workbook() {
    WorkbookFixture workbook =
        WorkbookFixture.table(
            "long",
            "FIRST",
            "reason",
            "situation",
            "order.buyerCountry",
            "daysLate",
            "order.quantity",
            "-> why");
    for (int row = 0; row < rows; row++) {
      int from = random.nextInt(MAX_DAYS);
      workbook.row(
          REASONS.get(random.nextInt(REASONS.size())),
          "S" + random.nextInt(20),
          random.nextBoolean() ? "DE, FR" : "not(US, FR)",
          "[" + from + ".." + (from + 20) + "]",
          "<= " + (1 + random.nextInt(100)),
          "W" + random.nextInt(5));
    }
    return workbook.bytes();
  }
}
