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
 * How one fact changes while all others stay, as a ladder: each step is compared with the one
 * before, so that a law which holds between neighbours holds between any two.
 */
sealed interface Change {

  /** The fact that changes. */
  Term fact();

  /** The values that the fact takes one after the other. */
  List<JsonNode> ladder(FactTree facts, Candidates candidates);

  /** Through the values next to the tables' limits. */
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

  /** Through these values, in this order. */
  record Through(Term fact, List<JsonNode> values) implements Change {
    public Through {
      values = List.copyOf(values);
    }

    @Override
    public List<JsonNode> ladder(FactTree facts, Candidates candidates) {
      return values;
    }
  }

  /** Which way a number or a day goes. */
  enum Direction {
    MORE("more"),
    FEWER("fewer"),
    EARLIER("earlier"),
    LATER("later");

    private final String written;

    Direction(String written) {
      this.written = written;
    }

    /** As laws write it. */
    String written() {
      return written;
    }

    boolean fits(Term fact) {
      return fact.type() == ValueType.DATE
          ? this == EARLIER || this == LATER
          : (this == MORE || this == FEWER)
              && (fact.type() == ValueType.INTEGER || fact.type() == ValueType.DECIMAL);
    }
  }
}
