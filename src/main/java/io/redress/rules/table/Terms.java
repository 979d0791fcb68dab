package io.redress.rules.table;

import io.redress.domain.dispute.CustomFacts;
import io.redress.rules.source.RuleProblem;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The terms of one rule set: those of every rule set, and those that it declares. */
public final class Terms {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal LIMIT = BigDecimal.valueOf(1_000_000_000_000L);

  /** The terms that every rule set has. */
  public static final Terms BUILT_IN = of(OwnTerms.NONE);

  private final OwnTerms own;
  private final Map<String, Term> byName = new LinkedHashMap<>();

  private Terms(OwnTerms own) {
    this.own = own;
    Vocabulary.terms().forEach(term -> byName.put(term.name(), term));
    own.declarations().forEach(this::add);
  }

  static Terms of(OwnTerms own) {
    return new Terms(own);
  }

  /**
   * Reads the terms of a rule set.
   *
   * @param files of the rule set, by path
   * @param problems receives the problems of the declarations
   */
  public static Terms read(Map<String, byte[]> files, List<RuleProblem> problems) {
    return of(OwnTerms.read(files, problems));
  }

  private void add(OwnTerms.Declaration declared) {
    boolean percent = declared.type() == CustomFacts.Type.PERCENT;
    String name = OwnTerms.PREFIX + declared.name();
    byName.put(
        name,
        new Term(
            name,
            ValueType.valueOf(declared.type().name()),
            false,
            declared.allowed(),
            percent ? BigDecimal.ZERO : LIMIT.negate(),
            percent ? HUNDRED : LIMIT,
            declared.use() == OwnTerms.Use.OUTCOME,
            byName.size()));
  }

  /** Returns all terms; each has its place in this list as its slot. */
  public List<Term> all() {
    return List.copyOf(byName.values());
  }

  public Optional<Term> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Returns the number of terms. */
  public int size() {
    return byName.size();
  }

  /** Returns what the rule set declares. */
  public OwnTerms own() {
    return own;
  }
}
