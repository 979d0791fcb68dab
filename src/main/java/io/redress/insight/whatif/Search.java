package io.redress.insight.whatif;

import io.redress.check.scenario.FactTree;
import io.redress.domain.decision.Decision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds the nearest sets of moves that reach a goal: first those of the buyer alone, then all
 * others; small sets before large ones, little effort before much.
 *
 * <p>A set is not tried when a part of it reaches the goal. Of the values of the same facts, the
 * nearest is taken.
 */
final class Search {
  static final int MAX_OPTIONS = 5;
  static final int MAX_MOVES = 3;

  /** Moves, and the decision after them. */
  record Hit(List<Move> moves, Decision decision) {}

  private final FactTree facts;
  private final List<Move> moves;
  private final Goal goal;
  private final Trials trials;
  private final int keptBack;
  private final List<Hit> hits = new ArrayList<>();
  private final List<Set<Move>> reaching = new ArrayList<>();
  private final Set<Set<String>> keys = new HashSet<>();
  private boolean complete = true;

  /**
   * @param keptBack decisions of the limit that are for others
   */
  Search(FactTree facts, List<Move> moves, Goal goal, Trials trials, int keptBack) {
    this.facts = facts;
    this.moves = List.copyOf(moves);
    this.goal = goal;
    this.trials = trials;
    this.keptBack = keptBack;
  }

  List<Hit> hits() {
    Predicate<List<Move>> ofBuyer = set -> set.stream().allMatch(move -> move.by() == Actor.BUYER);
    List<Move> own = moves.stream().filter(move -> move.by() == Actor.BUYER).toList();
    for (int size = 1; size <= MAX_MOVES; size++) {
      tryAll(sets(own, size));
    }
    for (int size = 1; size <= MAX_MOVES; size++) {
      tryAll(sets(moves, size).stream().filter(ofBuyer.negate()).toList());
    }
    return hits;
  }

  /** Whether all sets were tried that could be among the nearest. */
  boolean complete() {
    return complete;
  }

  private void tryAll(List<List<Move>> sets) {
    sets.stream()
        .sorted(Comparator.comparingInt(set -> set.stream().mapToInt(Move::effort).sum()))
        .forEach(this::tryOne);
  }

  private void tryOne(List<Move> set) {
    if (hits.size() == MAX_OPTIONS
        || reaching.stream().anyMatch(smaller -> set.containsAll(smaller))) {
      return;
    }
    if (trials.exhausted(keptBack)) {
      complete = false;
      return;
    }
    FactTree changed = facts;
    for (Move move : set) {
      changed = move.applied(changed);
    }
    Optional<Decision> decision = trials.decide(changed);
    if (decision.isPresent() && goal.reachedBy(decision.get())) {
      reaching.add(Set.copyOf(set));
      if (keys.add(set.stream().map(Move::key).collect(Collectors.toSet()))) {
        hits.add(new Hit(set, decision.get()));
      }
    }
  }

  /** All sets of a size whose moves go together. */
  private static List<List<Move>> sets(List<Move> from, int size) {
    List<List<Move>> sets = new ArrayList<>();
    extend(List.of(), from, 0, size, sets);
    return sets;
  }

  private static void extend(
      List<Move> begun, List<Move> from, int next, int size, List<List<Move>> sets) {
    if (begun.size() == size) {
      sets.add(begun);
      return;
    }
    for (int i = next; i < from.size(); i++) {
      Move move = from.get(i);
      if (begun.stream().allMatch(move::goesWith)) {
        List<Move> longer = new ArrayList<>(begun);
        longer.add(move);
        extend(longer, from, i + 1, size, sets);
      }
    }
  }
}
