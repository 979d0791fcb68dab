package io.redress.check.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.check.verify.Finding.Code;
import io.redress.rules.source.WorkbookFixture;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.HitPolicy;
import io.redress.rules.table.Row;
import io.redress.rules.table.Term;
import io.redress.rules.table.Vocabulary;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Property: analysis finds exactly what evaluating a table on all facts finds. */
class VerificationLawsTest {
  private static final LocalDate DAY = LocalDate.of(2015, 2, 15);

  /** For each column, enough values to distinguish all cells that these tests generate. */
  private static final Map<Term, List<Object>> VALUES = new LinkedHashMap<>();

  static {
    values("disputeType", "NOT_RECEIVED", "NOT_AS_DESCRIBED");
    values("situation", "A", "B", "C", "D");
    values("replacementAvailable", true, false);
    values("daysLate", numbers("-2", "-1", "0", "1", "2", "3", "4"));
    values("order.unitPrice", numbers("0", "0.5", "1", "1.5", "2", "2.5", "3", "3.5"));
    values("order.quantity", numbers("1", "2", "3", "4", "5"));
    values("defectRatePercent", numbers("0", "50", "98.5", "99", "99.5", "100"));
    values("shipment.shippedOn", DAY.minusDays(1), DAY, DAY.plusDays(1), DAY.plusDays(2));
    values("evidence.types", Set.of(), Set.of("PHOTO"), Set.of("VIDEO"), Set.of("PHOTO", "VIDEO"));
  }

  private final Map<HitPolicy, DecisionTable> tables = new HashMap<>();
  private final Map<HitPolicy, List<Finding>> findings = new HashMap<>();

  /** For each combination of values, the positions of the rows that match. */
  private final Set<BitSet> matching = new HashSet<>();

  static IntStream seeds() {
    return IntStream.range(0, 120);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void findingsEqualThoseOfExhaustiveEvaluation(int seed) {
    read(new Random(seed));

    unreachableRowsAreFound(HitPolicy.FIRST);
    unreachableRowsAreFound(HitPolicy.UNIQUE);
    overlapsAreFound();
    gapsAreFound();
    partialOverlapsAreFound();
  }

  private void unreachableRowsAreFound(HitPolicy hitPolicy) {
    Set<Integer> inVain = new TreeSet<>();
    for (Finding found : findings(hitPolicy, Code.UNREACHABLE)) {
      inVain.add(row(found, 0));
      var above = found.rows().subList(1, found.rows().size()).stream().map(row -> row - 4);
      assertNeededTogether(row(found, 0), above.toList());
    }
    for (Finding found : findings(hitPolicy, Code.DUPLICATE)) {
      inVain.add(row(found, 1));
      assertThat(matching).allMatch(rows -> rows.get(row(found, 0)) == rows.get(row(found, 1)));
    }
    Set<Integer> expected = new TreeSet<>();
    IntStream.range(0, rows().size()).forEach(expected::add);
    matching.forEach(rows -> expected.remove(rows.nextSetBit(0)));
    assertThat(inVain).isEqualTo(expected);
  }

  private void assertNeededTogether(int row, List<Integer> above) {
    assertThat(matching)
        .filteredOn(rows -> rows.get(row))
        .allMatch(rows -> above.stream().anyMatch(rows::get));
    for (Integer one : above) {
      assertThat(matching)
          .filteredOn(rows -> rows.get(row))
          .anyMatch(rows -> above.stream().filter(rows::get).allMatch(one::equals));
    }
  }

  private void overlapsAreFound() {
    Set<List<Integer>> expected = new HashSet<>();
    matching.forEach(rows -> expected.addAll(pairs(rows)));
    List<Finding> found = findings(HitPolicy.UNIQUE, Code.OVERLAP);
    List<Finding> reported = found.stream().filter(overlap -> !overlap.rows().isEmpty()).toList();
    assertThat(reported).hasSize(Math.min(10, expected.size()));
    assertThat(found).hasSize(Math.min(11, expected.size()));
    for (Finding overlap : reported) {
      assertThat(expected).contains(List.of(row(overlap, 0), row(overlap, 1)));
      assertThat(answering(HitPolicy.COLLECT, overlap)).containsAll(overlap.rows());
    }
  }

  private void gapsAreFound() {
    List<Finding> gaps = findings(HitPolicy.FIRST, Code.GAP);
    assertThat(gaps).hasSize(matching.contains(new BitSet()) ? 1 : 0);
    gaps.forEach(gap -> assertThat(answering(HitPolicy.FIRST, gap)).isEmpty());
  }

  private void partialOverlapsAreFound() {
    boolean expected =
        matching.stream()
            .flatMap(rows -> pairs(rows).stream().filter(pair -> pair.get(0) == rows.nextSetBit(0)))
            .anyMatch(
                pair ->
                    matchesMore(pair.get(0), pair.get(1)) && matchesMore(pair.get(1), pair.get(0)));
    List<Finding> crossings = findings(HitPolicy.FIRST, Code.OVERLAP);
    assertThat(crossings).hasSize(expected ? 1 : 0);
    for (Finding crossing : crossings) {
      assertThat(answering(HitPolicy.FIRST, crossing)).containsExactly(crossing.rows().get(0));
      assertThat(answering(HitPolicy.COLLECT, crossing)).containsAll(crossing.rows());
    }
  }

  /** Whether a row matches facts that another does not. */
  private boolean matchesMore(int row, int other) {
    return matching.stream().anyMatch(rows -> rows.get(row) && !rows.get(other));
  }

  /** Pairs of these rows with different outcomes. */
  private List<List<Integer>> pairs(BitSet rows) {
    List<List<Integer>> pairs = new ArrayList<>();
    for (int row : rows.stream().toArray()) {
      for (int below : rows.stream().filter(other -> other > row).toArray()) {
        if (!rows().get(row).outcomes().equals(rows().get(below).outcomes())) {
          pairs.add(List.of(row, below));
        }
      }
    }
    return pairs;
  }

  private List<Row> rows() {
    return tables.get(HitPolicy.FIRST).rows();
  }

  private List<Finding> findings(HitPolicy hitPolicy, Code code) {
    return findings.get(hitPolicy).stream().filter(found -> found.code() == code).toList();
  }

  private static int row(Finding found, int position) {
    return found.rows().get(position) - 4;
  }

  private List<Integer> answering(HitPolicy hitPolicy, Finding found) {
    return tables.get(hitPolicy).ask(VerificationFixture.facts(found.example())).stream()
        .map(row -> row.source().row())
        .toList();
  }

  /** Reads the same random rows under every hit policy, and evaluates them on all facts. */
  private void read(Random random) {
    List<Term> conditions = new ArrayList<>(VALUES.keySet());
    Collections.shuffle(conditions, random);
    conditions = conditions.subList(0, 1 + random.nextInt(5));
    List<Object[]> rows = new ArrayList<>();
    int anyPercent = random.nextInt(60);
    for (int row = 3 + random.nextInt(40); row > 0; row--) {
      List<Object> cells = new ArrayList<>();
      for (Term term : conditions) {
        cells.add(random.nextInt(100) < anyPercent ? "-" : cell(random, term));
      }
      cells.add("W" + random.nextInt(3));
      rows.add(cells.toArray());
    }
    List<String> names = new ArrayList<>(conditions.stream().map(Term::name).toList());
    names.add("-> why");
    WorkbookFixture workbook = new WorkbookFixture();
    for (HitPolicy hitPolicy : HitPolicy.values()) {
      workbook.addTable(
          hitPolicy.name().toLowerCase(Locale.ROOT), hitPolicy.name(), names.toArray());
      rows.forEach(workbook::row);
    }
    for (DecisionTable table : VerificationFixture.tables(workbook)) {
      tables.put(table.hitPolicy(), table);
      List<Finding> found = new ArrayList<>(Verification.of(List.of(table)));
      found.addAll(Verification.overlaps(List.of(table), Duration.ofSeconds(5)));
      findings.put(table.hitPolicy(), found);
    }
    ask(new HashMap<>(), conditions);
  }

  private void ask(Map<String, Object> facts, List<Term> conditions) {
    if (conditions.isEmpty()) {
      BitSet rows = new BitSet();
      tables.get(HitPolicy.COLLECT).ask(VerificationFixture.facts(facts)).stream()
          .forEach(row -> rows.set(row.source().row() - 4));
      matching.add(rows);
      return;
    }
    Term term = conditions.get(0);
    List<Term> others = conditions.subList(1, conditions.size());
    facts.remove(term.name());
    ask(facts, others);
    for (Object value : VALUES.get(term)) {
      facts.put(term.name(), value);
      ask(facts, others);
    }
    facts.remove(term.name());
  }

  private static String cell(Random random, Term term) {
    String one = named(random, term);
    String other = named(random, term);
    return switch (random.nextInt(term.type().ordered() ? 10 : 6)) {
      case 0 -> random.nextBoolean() ? "known" : "not known";
      case 1, 2 -> one + ", " + other;
      case 3 -> "not(" + one + ", " + other + ")";
      case 4, 5 -> one + ", " + one;
      default -> List.of("< ", "<= ", "> ", ">= ").get(random.nextInt(4)) + one;
    };
  }

  /** A value for a cell, chosen so that values are left below, between and above. */
  private static String named(Random random, Term term) {
    return switch (term.name()) {
      case "situation" -> List.of("A", "B", "C").get(random.nextInt(3));
      case "daysLate" -> List.of("-1", "1", "2", "3").get(random.nextInt(4));
      case "order.unitPrice" -> List.of("0", "1", "2", "3").get(random.nextInt(4));
      case "order.quantity" -> List.of("1", "2", "4").get(random.nextInt(3));
      case "defectRatePercent" -> List.of("0", "99", "100").get(random.nextInt(3));
      case "shipment.shippedOn" -> DAY.plusDays(random.nextInt(2)).toString();
      case "evidence.types" -> List.of("PHOTO", "VIDEO").get(random.nextInt(2));
      default -> VALUES.get(term).get(random.nextInt(2)).toString();
    };
  }

  private static void values(String name, Object... values) {
    VALUES.put(Vocabulary.known(name), List.of(values));
  }

  private static Object[] numbers(String... numbers) {
    return Arrays.stream(numbers).map(BigDecimal::new).toArray();
  }
}
