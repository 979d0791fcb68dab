package io.redress.rules.table;

import java.math.BigDecimal;
import java.util.List;

/**
 * A word of the vocabulary that a column may bear.
 *
 * <p>Values are String (ENUM, TEXT, CODE), Boolean, BigDecimal or LocalDate; those of a list are a
 * Set of String.
 *
 * @param name dotted, as in JSON
 * @param list whether it holds several values at once
 * @param allowed the words of an ENUM, or the only texts of a TEXT; empty where any will do
 * @param minimum smallest number, included
 * @param maximum largest number, included
 * @param outcome whether a rule may set it; facts it may only ask for
 * @param slot dense, from 0
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
