package io.redress.check.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.check.scenario.Candidates;
import io.redress.check.scenario.FactTree;
import io.redress.rules.table.Term;
import io.redress.rules.table.ValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How one fact changes while all others stay the same, as a ladder of values. Each step is compared
 * with the one before; a law that holds between neighbours holds between any two values.
 */
sealed interface Change {

  /** The fact that changes. */
  Term fact();

  /** The values that the fact takes, in order; null means absent. */
  List<JsonNode> ladder(FactTree facts, Candidates candidates);

  /** The fact takes the values next to the limits in tables. */
  record Towards(Term fact, Direction direction) implements Change {
    @Override
    public List<JsonNode> ladder(FactTree facts, Candidates candidates) {
      List<JsonNode> values = new ArrayList<>(candidates.of(fact, facts.asOf()));
      if (direction == Direction.FEWER || direction == Direction.LATER) {
        Collections.reverse(values);
      }
      return values;
    }
  }

  /** The fact takes these values, in this order. */
  record Through(Term fact, List<JsonNode> values) implements Change {
    public Through {
      values = List.copyOf(values);
    }

    @Override
    public List<JsonNode> ladder(FactTree facts, Candidates candidates) {
      return values;
    }
  }

  /** The direction in which a number or day changes. */
  enum Direction {
    MORE("more"),
    FEWER("fewer"),
    EARLIER("earlier"),
    LATER("later");

    private final String word;

    Direction(String word) {
      this.word = word;
    }

    /** The word for it in laws. */
    String word() {
      return word;
    }

    boolean fits(Term fact) {
      return fact.type() == ValueType.DATE
          ? this == EARLIER || this == LATER
          : (this == MORE || this == FEWER)
              && (fact.type() == ValueType.INTEGER
                  || fact.type() == ValueType.DECIMAL
                  || fact.type() == ValueType.PERCENT);
    }
  }
}
