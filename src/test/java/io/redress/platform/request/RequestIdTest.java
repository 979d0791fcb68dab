package io.redress.platform.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {
  private static final String LONGEST = "x".repeat(64);

  @BeforeEach
  void beginAfresh() {
    MDC.clear();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "Order-7:retry_2.1", "0190163d-8694-739b-aea5-966c26f8ad91"})
  void whatIsHarmlessIsTaken(String sent) {
    assertThat(RequestId.sentOrFresh(sent).value()).isEqualTo(sent);
    assertThat(RequestId.sentOrFresh(LONGEST).value()).isEqualTo(LONGEST);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "a\nb",
        "a\r\nSet-Cookie: x",
        "a\n",
        "a,b",
        "${jndi:ldap://x}",
        "\u001b[2J",
        "\u202Ea",
        "é",
        "a/b",
        "<b>",
        "\"",
        "a=b",
        "%0a"
      })
  void whatIsNotIsReplacedByAFreshOne(String sent) {
    assertThat(UUID.fromString(RequestId.sentOrFresh(sent).value())).isNotNull();
    assertThat(RequestId.sentOrFresh(LONGEST + "x").value()).isNotEqualTo(LONGEST + "x");
  }

  @Test
  void anIdThatCouldHarmCanNotBeMade() {
    assertThatThrownBy(() -> new RequestId("a\nb")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void fieldsHoldNothingThatCouldPassForMore() {
    LogField.DISPUTE_ID.during(
        "A-1\r\n{\"level\":\"x\"}\u2028" + LONGEST,
        () ->
            assertThat((String) MDC.get("disputeId"))
                .startsWith("A-1????level?:?x???xxx")
                .hasSize(64));
    assertThat(MDC.get("disputeId")).isNull();
  }

  @Test
  void whatIsSetDuringSomeWorkGivesWayToWhatWasSetBefore() {
    LogField.RULE_SET.during(
        "outer",
        () -> {
          LogField.RULE_SET.during(
              "inner", () -> assertThat(MDC.get("ruleSet")).isEqualTo("inner"));
          assertThat(MDC.get("ruleSet")).isEqualTo("outer");
        });
  }
}
