package io.redress.rules.table;

import io.redress.domain.decision.Assessment;
import org.jspecify.annotations.Nullable;

/** The values that tables are matched against. */
@FunctionalInterface
public interface Facts {

  /** Returns the value of a term, in the type that {@link Term} describes; null when unknown. */
  @Nullable Object value(Term term);

  /** Returns the facts of an assessment; outcomes are unknown. */
  static Facts of(Assessment assessment) {
    return term -> Vocabulary.read(term, assessment);
  }
}
