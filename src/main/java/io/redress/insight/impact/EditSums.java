package io.redress.insight.impact;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an edit does to all disputes.
 *
 * @param alone number of decisions that it changes alone
 * @param together number of decisions that it changes as the last of all edits
 * @param money by currency
 */
record EditSums(long alone, long together, SortedMap<String, Money> money) {
  static final EditSums NONE = new EditSums(0, 0, new TreeMap<>());

  /** What the edit costs alone, and as the last of all. */
  record Money(
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal alone,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal together) {
    static final Money NONE = new Money(BigDecimal.ZERO, BigDecimal.ZERO);

    Money plus(Money other) {
      return new Money(alone.add(other.alone), together.add(other.together));
    }
  }

  EditSums {
    money = new TreeMap<>(money);
  }

  EditSums plus(Effect effect, String currency) {
    SortedMap<String, Money> sums = new TreeMap<>(money);
    sums.merge(currency, new Money(effect.aloneMoney(), effect.togetherMoney()), Money::plus);
    return new EditSums(
        alone + (effect.alone() ? 1 : 0), together + (effect.together() ? 1 : 0), sums);
  }

  EditSums plus(EditSums other) {
    SortedMap<String, Money> sums = new TreeMap<>(money);
    other.money.forEach((currency, amount) -> sums.merge(currency, amount, Money::plus));
    return new EditSums(alone + other.alone, together + other.together, sums);
  }
}
