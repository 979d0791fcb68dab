package io.redress.check.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.redress.domain.dispute.Dispute;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.Tables;
import io.redress.rules.table.Term;
import io.redress.rules.table.UnaryTest;
import io.redress.rules.table.ValueType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values of facts that are worth trying: those next to the limits in tables. */
public final class Candidates {
  private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);

  /** Longer lists of words, such as countries and currencies, are reduced to those in tables. */
  private static final int MAX_WORDS = 30;

  private static final List<BigDecimal> SMALL_NUMBERS =
      Stream.of(0, 1, 2).map(BigDecimal::valueOf).toList();
  private static final Set<String> GROUPS =
      Arrays.stream(Dispute.class.getRecordComponents())
          .map(RecordComponent::getName)
          .collect(Collectors.toUnmodifiableSet());

  private final Map<Term, Set<Object>> named = new HashMap<>();
  private final List<BigDecimal> ages;
  private final List<BigDecimal> amounts;

  /** The values of all facts but days, which depend on the day of the decision. */
  private final Map<Term, List<JsonNode>> values = new LinkedHashMap<>();

  public Candidates(Tables tables) {
    tables.all().forEach(this::addNamed);
    ages = limits(term -> term.type() == ValueType.INTEGER && !isFact(term));
    amounts = neighbours(numbers(term -> term.type() == ValueType.DECIMAL));
    tables.terms().all().stream()
        .filter(Candidates::isFact)
        .forEach(fact -> values.put(fact, found(fact)));
  }

  private void addNamed(DecisionTable table) {
    for (int column = 0; column < table.conditions().size(); column++) {
      Set<Object> words =
          named.computeIfAbsent(table.conditions().get(column), term -> new TreeSet<>());
      for (List<UnaryTest> row : table.tests()) {
        row.get(column).named().forEach(words::add);
      }
    }
  }

  /** Whether a term is a fact that clients can send, not computed or an outcome of a table. */
  public static boolean isFact(Term term) {
    String name = term.name();
    int point = name.indexOf('.');
    return !term.outcome() && GROUPS.contains(point < 0 ? name : name.substring(0, point));
  }

  /** All facts for which there are values. */
  List<Term> facts() {
    return values.entrySet().stream()
        .filter(fact -> fact.getKey().type() == ValueType.DATE || !fact.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * The values of a fact as a client sends them: numbers ascending, days descending.
   *
   * @param asOf the day of the decision; days are computed backwards from it
   */
  public List<JsonNode> of(Term fact, LocalDate asOf) {
    return fact.type() == ValueType.DATE
        ? ages.stream().map(age -> text(asOf.minusDays(age.longValueExact()))).toList()
        : values.getOrDefault(fact, List.of());
  }

  private List<JsonNode> found(Term fact) {
    return switch (fact.type()) {
      case DATE -> List.of();
      case BOOLEAN -> List.of(JSON.booleanNode(false), JSON.booleanNode(true));
      case INTEGER ->
          possible(fact, limits(fact::equals))
              .<JsonNode>map(number -> JSON.numberNode(number.intValueExact()))
              .toList();
      case DECIMAL, PERCENT ->
          possible(fact, amounts).map(number -> text(number.toPlainString())).toList();
      case ENUM, TEXT, CODE -> {
        boolean all = !fact.allowed().isEmpty() && fact.allowed().size() <= MAX_WORDS;
        Stream<?> words =
            all ? fact.allowed().stream() : named.getOrDefault(fact, Set.of()).stream();
        yield words
            .map(word -> fact.list() ? JSON.arrayNode().add(word.toString()) : text(word))
            .toList();
      }
    };
  }

  /** Small integers are worth trying whatever the limits in tables are. */
  private List<BigDecimal> limits(Predicate<Term> of) {
    return neighbours(Stream.concat(numbers(of), SMALL_NUMBERS.stream()));
  }

  private Stream<BigDecimal> numbers(Predicate<Term> of) {
    return named.entrySet().stream()
        .filter(entry -> of.test(entry.getKey()))
        .flatMap(entry -> entry.getValue().stream())
        .map(BigDecimal.class::cast);
  }

  private static List<BigDecimal> neighbours(Stream<BigDecimal> limits) {
    return limits
        .flatMap(
            limit -> Stream.of(limit.subtract(BigDecimal.ONE), limit, limit.add(BigDecimal.ONE)))
        .map(BigDecimal::stripTrailingZeros)
        .distinct()
        .sorted()
        .toList();
  }

  private static Stream<BigDecimal> possible(Term fact, List<BigDecimal> numbers) {
    return numbers.stream()
        .filter(
            number ->
                number.compareTo(fact.minimum()) >= 0 && number.compareTo(fact.maximum()) <= 0);
  }

  private static JsonNode text(Object value) {
    return JSON.textNode(Objects.toString(value));
  }
}
