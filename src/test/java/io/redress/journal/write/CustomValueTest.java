package io.redress.journal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.domain.dispute.CustomFacts;
import io.redress.journal.write.CustomValue.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomValueTest {
  @Test
  void valuesHaveOneFormAndKeepTheirTypes() {
    Map<String, Object> facts =
        Map.of(
            "tier",
            "GOLD",
            "orders",
            12L,
            "fee",
            new BigDecimal("1200.50"),
            "none",
            new BigDecimal("0.00"),
            "large",
            new BigDecimal("1E+11"),
            "vip",
            true,
            "since",
            LocalDate.of(2024, 5, 2));
    assertThat(CustomValue.of(facts, Map.of("hours", new BigDecimal("4"))))
        .extracting(CustomValue::name, CustomValue::kind, CustomValue::text)
        .containsExactlyInAnyOrder(
            tuple("tier", Kind.WORD, "GOLD"),
            tuple("orders", Kind.NUMBER, "12"),
            tuple("fee", Kind.NUMBER, "1200.5"),
            tuple("none", Kind.NUMBER, "0"),
            tuple("large", Kind.NUMBER, "100000000000"),
            tuple("vip", Kind.BOOLEAN, "true"),
            tuple("since", Kind.DATE, "2024-05-02"),
            tuple("hours", Kind.NUMBER, "4"));
    assertThat(CustomValue.of(facts, Map.of()))
        .extracting(CustomValue::value)
        .contains("GOLD", true, new BigDecimal("12"), LocalDate.of(2024, 5, 2));
  }

  @Test
  void freeTextsAreLeftOut() {
    assertThat(CustomValue.of(Map.of("note", new CustomFacts.FreeText("Ann")), Map.of())).isEmpty();
  }

  @Test
  void longCodesFitTheDatabase() {
    assertThat(CustomValue.of(Map.of(), Map.of("code", "A".repeat(1_000))))
        .extracting(CustomValue::text)
        .containsExactly("A".repeat(200));
  }
}
