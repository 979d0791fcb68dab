package io.redress.insight.whatif;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.redress.check.scenario.FactTree;

/**
 * Something that can still happen to one fact.
 *
 * @param fact its dotted name
 * @param value what it becomes, or what is added to a list
 * @param adds whether it is a list, to which the value is added
 * @param effort the lower, the nearer
 */
record Move(String fact, JsonNode value, boolean adds, Actor by, int effort) {

  FactTree applied(FactTree facts) {
    if (!adds) {
      return facts.with(fact, value);
    }
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    facts.value(fact).forEach(list::add);
    return facts.with(fact, list.add(value));
  }

  /** Whether both can happen: one fact has one value, but several may be added to a list. */
  boolean goesWith(Move other) {
    return !fact.equals(other.fact) || adds && other.adds && !value.equals(other.value);
  }

  /** The same for all values of a fact; what is added to a list is a fact of its own. */
  String key() {
    return adds ? fact + " " + value : fact;
  }
}
