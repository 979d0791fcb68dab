package io.redress.rules.table;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A term of the vocabulary: a fact or an outcome that can name a column.
 *
 * <p>Values are String (ENUM, TEXT, CODE), Boolean, BigDecimal or LocalDate; values of lists are a
 * Set of String.
 *
 * @param name dotted, as in JSON
 * @param list whether it holds several values at once
 * @param allowed the words of an ENUM, or the only texts of a TEXT; empty when any is allowed
 * @param minimum smallest number, included
 * @param maximum largest number, included
 * @param outcome whether rules set it; facts can only be conditions
 * @param slot index in arrays of values, from 0 without gaps
 */
public record Term(
    String name,
    ValueType type,
    boolean list,
    List<String> allowed,
    BigDecimal minimum,
    BigDecimal maximum,
    boolean outcome,
    int slot) {
  public Term {
    allowed = List.copyOf(allowed);
  }

  /**
   * Whether the other is the same term, perhaps of another rule set: that may declare more words
   * for it, and give it another slot.
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Term term
        && name.equals(term.name)
        && type == term.type
        && list == term.list
        && outcome == term.outcome;
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
