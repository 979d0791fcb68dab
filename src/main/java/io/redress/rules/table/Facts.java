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
    return term ->
        term.name().startsWith(OwnTerms.PREFIX)
            ? own(term, assessment)
            : Vocabulary.read(term, assessment);
  }

  private static @Nullable Object own(Term term, Assessment assessment) {
    Object value =
        assessment.dispute().custom().get(term.name().substring(OwnTerms.PREFIX.length()));
    return value == null || term.outcome() ? null : FactReader.plain(value);
  }
}
