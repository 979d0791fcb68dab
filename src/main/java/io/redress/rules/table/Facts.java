package io.redress.rules.table;

import io.redress.domain.decision.Assessment;
import org.jspecify.annotations.Nullable;

/** What tables are asked about. */
@FunctionalInterface
public interface Facts {

  /** The value of a term, in the form that {@link Term} names; null when unknown. */
  @Nullable Object value(Term term);

  /** The facts of a dispute and what was worked out from them; outcomes are unknown. */
  static Facts of(Assessment assessment) {
    return term -> Vocabulary.read(term, assessment);
  }
}
