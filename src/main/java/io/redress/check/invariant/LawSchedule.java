package io.redress.check.invariant;

import io.redress.check.scenario.FactTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * All pairs of laws and test cases, in an order that is shuffled but always the same. Test cases
 * cover the rows of the tables, so each row is checked against each law.
 */
final class LawSchedule implements Iterator<LawSchedule.Pair> {
  private static final long SEED = 20_150_205;

  private final List<Law> laws;
  private final List<FactTree> known;
  private final Iterator<Integer> order;

  /** Facts of earlier pairs: one decision on them checks all laws about one decision. */
  private final Set<FactTree> seen = new HashSet<>();

  LawSchedule(List<Law> laws, List<FactTree> known) {
    this.laws = laws;
    this.known = known;
    List<Integer> pairs = new ArrayList<>();
    for (int i = 0; i < laws.size() * known.size(); i++) {
      pairs.add(i);
    }
    Collections.shuffle(pairs, new Random(SEED));
    this.order = pairs.iterator();
  }

  /** A law, and facts changed to meet its conditions. */
  record Pair(Law law, FactTree facts) {}

  @Override
  public boolean hasNext() {
    return order.hasNext();
  }

  @Override
  public Pair next() {
    int pair = order.next();
    Law law = laws.get(pair % laws.size());
    return new Pair(law, law.when().applied(known.get(pair / laws.size())));
  }

  /** Whether the pair checks anything that earlier ones did not. */
  boolean isNew(Pair pair) {
    return seen.add(pair.facts()) || pair.law().assertion() instanceof Assertion.OfTwo;
  }
}
