package io.redress.check.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationTest {
  @Test
  void numbersAreComparedByValue() {
    var hundred = Expectation.Within.exactly(new BigDecimal("100"));

    assertThat(hundred.accepts(DecimalNode.valueOf(new BigDecimal("1E+2")))).isTrue();
    assertThat(hundred.accepts(TextNode.valueOf("100.00"))).isTrue();
    assertThat(hundred.accepts(TextNode.valueOf("100.01"))).isFalse();
  }

  @Test
  void differenceShowsPlainNumbers() {
    var ten = Expectation.Within.exactly(BigDecimal.TEN);

    assertThat(ten.differences("refund.percentOfGoods", new DecimalNode(new BigDecimal("1E+2"))))
        .singleElement()
        .hasToString("refund.percentOfGoods: expected 10, was 100");
  }

  @Test
  void differenceTruncatesLongTexts() {
    var other = new Expectation.Equal(TextNode.valueOf("no"));

    assertThat(other.differences("letter.body", TextNode.valueOf("ab\n".repeat(500))))
        .singleElement()
        .satisfies(difference -> assertThat(difference.actual()).hasSize(203).startsWith("ab ab "));
  }

  @ParameterizedTest
  @CsvSource({
    "actions, true",
    "actions.contains, true",
    "evidence.types, true",
    "resolution.anyOf, true",
    "letter.body.contains, true",
    "resolution, false",
    "dates.shipBefore.from, false",
    "no.such.name, false",
  })
  void listsAndAlternativesTakeLists(String name, boolean list) {
    assertThat(ExpectationReader.takesList(name)).isEqualTo(list);
  }
}
