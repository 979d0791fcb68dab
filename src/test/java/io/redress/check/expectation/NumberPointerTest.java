package io.redress.check.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.rules.table.OwnTerms;
import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NumberPointerTest {
  /** Numbers with decimals that are no money. */
  private static final Set<String> PLAIN =
      Set.of(
          "nextOrderDiscountPercent",
          "percentOfGoods",
          "defectRatePercent",
          "refundedPercent",
          "measuredDeviationCm");

  private static void collect(JavaType type, Set<String> names, int depth) {
    if (depth == 0) {
      return;
    }
    DecisionNames.fields(type)
        .forEach(
            (name, member) -> {
              if (member.hasRawClass(BigDecimal.class)) {
                names.add(name);
              }
              if (!member.isCollectionLikeType()) {
                collect(member, names, depth - 1);
              }
            });
  }

  @Test
  void everyNumberWithDecimalsIsMoneyOrNot() {
    Set<String> found = new TreeSet<>();
    collect(DecisionNames.facts(), found, 4);
    collect(DecisionNames.decision(), found, 4);

    Set<String> known = new TreeSet<>(PLAIN);
    known.addAll(NumberPointer.MONEY);
    assertThat(found).hasSizeGreaterThan(10).isEqualTo(known);
  }

  @Test
  void numbersAreReadAsNumbersAndAsTexts() {
    NumberPointer amount =
        NumberPointer.read("/decision/refund/amount", OwnTerms.NONE, "", (p, c, v, m, s) -> {})
            .orElseThrow();
    ObjectNode none = JsonNodeFactory.instance.objectNode();
    ObjectNode decision = JsonNodeFactory.instance.objectNode();
    decision.putObject("refund").put("amount", "12.50");

    assertThat(amount.money()).isTrue();
    assertThat(amount.in(none, decision)).isEqualByComparingTo("12.50");
    assertThat(amount.in(none, none)).isZero();
    decision.putObject("refund").put("amount", new BigDecimal("3.25"));
    assertThat(amount.in(none, decision)).isEqualByComparingTo("3.25");
  }
}
