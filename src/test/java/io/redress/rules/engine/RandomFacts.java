package io.redress.rules.engine;

import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.Facts;
import io.redress.rules.table.Interval;
import io.redress.rules.table.Term;
import io.redress.rules.table.UnaryTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Random facts for a table: values in its cells, their neighbours, and unknowns. */
public final class RandomFacts {
  private static final List<Object> OTHER_WORDS = List.of("OTHER", "", "\"", "\\");

  private final Random random;
  private final Map<Term, List<Object>> named = new HashMap<>();

  public RandomFacts(DecisionTable table, long seed) {
    this.random = new Random(seed);
    for (int i = 0; i < table.conditions().size(); i++) {
      List<Object> values =
          named.computeIfAbsent(table.conditions().get(i), term -> new ArrayList<>());
      for (List<UnaryTest> row : table.tests()) {
        values.addAll(values(row.get(i)));
      }
    }
  }

  private static List<Object> values(UnaryTest test) {
    List<Object> values = new ArrayList<>();
    if (test instanceof UnaryTest.OneOf some) {
      values.addAll(some.values());
    } else if (test instanceof UnaryTest.Within some) {
      for (Interval interval : some.intervals()) {
        values.add(interval.low() == null ? interval.high() : interval.low());
        values.add(interval.high() == null ? interval.low() : interval.high());
      }
    }
    return values;
  }

  public Facts next() {
    Map<Term, Object> facts = new HashMap<>();
    named.forEach(
        (term, values) -> {
          if (random.nextInt(4) > 0) {
            facts.put(term, term.list() ? words(values) : value(term, values));
          }
        });
    return new Known(facts);
  }

  private record Known(Map<Term, Object> values) implements Facts {
    @Override
    public @Nullable Object value(Term term) {
      return values.get(term);
    }

    @Override
    public String toString() {
      return values.entrySet().stream()
          .map(known -> known.getKey().name() + " = " + known.getValue())
          .collect(Collectors.joining(", "));
    }
  }

  private Object words(List<Object> values) {
    var words = new HashSet<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      words.add(values.isEmpty() ? "OTHER" : one(values));
    }
    return words;
  }

  private Object value(Term term, List<Object> values) {
    return switch (term.type()) {
      case BOOLEAN -> random.nextBoolean();
      case ENUM, TEXT, CODE ->
          one(values.isEmpty() || random.nextInt(8) == 0 ? OTHER_WORDS : values);
      case INTEGER, DECIMAL, PERCENT -> {
        BigDecimal number = values.isEmpty() ? BigDecimal.TEN : (BigDecimal) one(values);
        BigDecimal step = one(List.of(BigDecimal.ZERO, BigDecimal.ONE, new BigDecimal("0.01")));
        BigDecimal near = random.nextBoolean() ? number.add(step) : number.subtract(step);
        yield near.setScale(near.scale() + random.nextInt(3));
      }
      case DATE -> {
        LocalDate day = values.isEmpty() ? LocalDate.EPOCH : (LocalDate) one(values);
        yield day.plusDays(random.nextInt(3) - 1);
      }
    };
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
