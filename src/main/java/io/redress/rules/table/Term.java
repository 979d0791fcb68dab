package io.redress.rules.table;

import java.math.BigDecimal;
import java.util.List;

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
}
