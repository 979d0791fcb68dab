package io.redress.check.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.rules.source.WorkbookFixture;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.HitPolicy;
import io.redress.rules.table.Row;
import io.redress.rules.table.Term;
import io.redress.rules.table.Vocabulary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Property: outcomes differ exactly for the facts in a region. */
class ComparisonLawsTest {
  private static final int FACTS = 400;
  private static final LocalDate DAY = LocalDate.of(2015, 2, 15);

  /** Values that cells name, and for each fact values below, between and above them. */
  private static final Map<String, List<Object>> NAMED = new LinkedHashMap<>();

  private static final Map<String, List<Object>> VALUES = new HashMap<>();

  static {
    values("reason", List.of("LOST", "IN_TRANSIT"), List.of("LOST", "IN_TRANSIT", "DAMAGED"));
    values("situation", List.of("A", "B"), List.of("A", "B", "C"));
    values("replacementAvailable", List.of(true, false), List.of(true, false));
    values("daysLate", numbers("0", "1", "3"), numbers("-1", "0", "1", "2", "3", "4"));
    values("order.quantity", numbers("1", "2", "4"), numbers("1", "2", "3", "4", "5"));
    values("order.unitPrice", numbers("0", "1", "2"), numbers("0", "0.5", "1", "1.2", "2", "9"));
    values("defectRatePercent", numbers("50", "100"), numbers("0", "49", "50", "51.5", "100"));
    values(
        "shipment.shippedOn",
        List.of(DAY, DAY.plusDays(2)),
        IntStream.range(-1, 4).<Object>mapToObj(DAY::plusDays).toList());
    values(
        "evidence.types",
        List.of("PHOTO", "VIDEO", "DOCUMENT"),
        List.of(
            Set.of(),
            Set.of("PHOTO"),
            Set.of("VIDEO"),
            Set.of("DOCUMENT"),
            Set.of("PHOTO", "VIDEO"),
            Set.of("PHOTO", "VIDEO", "DOCUMENT")));
  }

  static IntStream seeds() {
    return IntStream.range(0, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void outcomesDifferExactlyInRegions(int seed) {
    Random random = new Random(seed);
    List<String> columns = columns(random);
    List<List<Object>> rows = rows(random, columns, 1 + random.nextInt(12));
    WorkbookFixture before = workbook(random, columns, rows);
    change(random, columns, rows);
    WorkbookFixture after = workbook(random, columns, rows);
    DecisionTable then = table(before);
    DecisionTable now = table(after);
    List<Region> regions =
        ComparisonFixture.changes(before, after).tables().stream()
            .peek(table -> assertThat(table.outcomes().finished()).isTrue())
            .flatMap(table -> table.outcomes().regions().stream())
            .toList();

    for (Region region : regions) {
      assertSaid(region, then, now, region.example());
    }
    for (int i = 0; i < FACTS; i++) {
      Map<String, Object> facts = facts(random);
      List<Region> holding = regions.stream().filter(region -> holds(region, facts)).toList();
      assertThat(holding.isEmpty())
          .as("%s: %s", facts, holding)
          .isEqualTo(answers(then, facts).equals(answers(now, facts)));
      holding.forEach(region -> assertSaid(region, then, now, facts));
    }
  }

  private static void assertSaid(
      Region region, DecisionTable then, DecisionTable now, Map<String, Object> facts) {
    assertThat(holds(region, facts)).as("%s: %s", facts, region).isTrue();
    List<Map<String, Object>> before = answers(then, facts);
    List<Map<String, Object>> after = answers(now, facts);
    List<Map<String, Object>> gone = new ArrayList<>(before);
    after.forEach(gone::remove);
    List<Map<String, Object>> come = new ArrayList<>(after);
    before.forEach(come::remove);
    boolean onlyOrder = gone.isEmpty() && come.isEmpty();
    assertThat(region.before())
        .as("%s of %s: %s %s", facts, region, before, after)
        .hasSameElementsAs(onlyOrder ? before : gone);
    assertThat(region.after()).hasSameElementsAs(onlyOrder ? after : come);
  }

  private static boolean holds(Region region, Map<String, Object> facts) {
    return region.where().entrySet().stream()
        .allMatch(
            fact -> FactConditionText.isTrue(fact.getValue().toString(), facts.get(fact.getKey())));
  }

  private static List<Map<String, Object>> answers(DecisionTable table, Map<String, Object> facts) {
    return table.ask(term -> facts.get(term.name())).stream()
        .map(Row::outcomes)
        .map(
            outcomes -> {
              Map<String, Object> answer = new HashMap<>();
              outcomes.forEach(outcome -> answer.put(outcome.term().name(), outcome.value()));
              return answer;
            })
        .toList();
  }

  private static DecisionTable table(WorkbookFixture workbook) {
    return ComparisonFixture.tables(Map.of("a.xlsx", workbook.bytes()))
        .table("remedy")
        .orElseThrow();
  }

  private static List<String> columns(Random random) {
    List<String> names = new ArrayList<>(NAMED.keySet());
    Collections.shuffle(names, random);
    return new ArrayList<>(names.subList(0, 1 + random.nextInt(4)));
  }

  private static List<List<Object>> rows(Random random, List<String> columns, int count) {
    return IntStream.range(0, count)
        .mapToObj(row -> row(random, columns))
        .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
  }

  private static List<Object> row(Random random, List<String> columns) {
    List<Object> row = new ArrayList<>();
    columns.forEach(name -> row.add(random.nextInt(3) == 0 ? "-" : cell(random, name)));
    row.add(random.nextInt(8) == 0 ? "-" : "W" + random.nextInt(3));
    row.add(random.nextInt(3) == 0 ? random.nextInt(3) : "-");
    return row;
  }

  /** Applies a few edits as people make them. */
  private static void change(Random random, List<String> columns, List<List<Object>> rows) {
    for (int times = 1 + random.nextInt(4); times > 0; times--) {
      int place = random.nextInt(rows.size());
      switch (random.nextInt(5)) {
        case 0 -> rows.add(place, row(random, columns));
        case 1 -> rows.add(random.nextInt(rows.size()), rows.remove(place));
        case 2 -> rows.get(place).set(columns.size(), "W" + random.nextInt(3));
        case 3 -> rows.get(place).set(0, cell(random, columns.get(0)));
        default -> {
          if (rows.size() > 1) {
            rows.remove(place);
          }
        }
      }
    }
    if (random.nextInt(5) == 0) {
      columns.add(
          0, NAMED.keySet().stream().filter(n -> !columns.contains(n)).findFirst().orElseThrow());
      rows.forEach(row -> row.add(0, random.nextInt(4) == 0 ? cell(random, columns.get(0)) : "-"));
    }
  }

  /** The hit policy is usually the same before and after. */
  private static WorkbookFixture workbook(
      Random random, List<String> columns, List<List<Object>> rows) {
    Object[] names =
        Stream.concat(columns.stream(), Stream.of("-> why", "-> nextOrderDiscountPercent"))
            .toArray();
    HitPolicy hitPolicy =
        random.nextInt(8) == 0
            ? HitPolicy.values()[random.nextInt(3)]
            : columns.get(columns.size() - 1).length() % 2 == 0
                ? HitPolicy.FIRST
                : HitPolicy.COLLECT;
    WorkbookFixture workbook = WorkbookFixture.table("remedy", hitPolicy.name(), names);
    rows.forEach(row -> workbook.row(row.toArray()));
    return workbook;
  }

  private static String cell(Random random, String name) {
    Term term = Vocabulary.known(name);
    Object one = one(random, NAMED.get(name));
    Object other = one(random, NAMED.get(name));
    return switch (random.nextInt(term.type().ordered() ? 9 : 6)) {
      case 0 -> "known";
      case 1 -> "not known";
      case 2 -> "not(" + one + ")";
      case 3 -> one + ", " + other;
      case 4, 5 -> one + ", " + one;
      default -> one(random, List.of("< ", "<= ", "> ", ">= ")).toString() + one;
    };
  }

  private static Map<String, Object> facts(Random random) {
    Map<String, Object> facts = new HashMap<>();
    VALUES.forEach(
        (name, values) -> {
          if (random.nextInt(5) > 0) {
            facts.put(name, one(random, values));
          }
        });
    return facts;
  }

  private static Object one(Random random, List<?> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static void values(String name, List<Object> named, List<Object> values) {
    NAMED.put(name, named);
    VALUES.put(name, values);
  }

  private static List<Object> numbers(String... numbers) {
    return Stream.of(numbers).<Object>map(BigDecimal::new).toList();
  }
}
