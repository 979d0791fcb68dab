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
 * Every law on the facts of every test case, in an order that is mixed, but the same each time: as
 * cases cover the rows of the tables, each row meets each law.
 */
final class LawSchedule implements Iterator<LawSchedule.Pair> {
  private static final long SEED = 20_150_205;

  private final List<Law> laws;
  private final List<FactTree> known;
  private final Iterator<Integer> order;

  /** What is only looked at is the same for all laws. */
  private final Set<FactTree> looked = new HashSet<>();

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

  /** Facts, made to fit a law. */
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

  /** Whether there is something new to see. */
  boolean isNew(Pair pair) {
    return looked.add(pair.facts()) || pair.law().demand() instanceof Assertion.OfTwo;
  }
}
