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
  void clearFields() {
    MDC.clear();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "Order-7:retry_2.1", "0190163d-8694-739b-aea5-966c26f8ad91"})
  void validIdIsUsed(String sent) {
    assertThat(RequestId.sentOrRandom(sent).value()).isEqualTo(sent);
    assertThat(RequestId.sentOrRandom(LONGEST).value()).isEqualTo(LONGEST);
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
  void invalidIdIsReplacedByARandomOne(String sent) {
    assertThat(UUID.fromString(RequestId.sentOrRandom(sent).value())).isNotNull();
    assertThat(RequestId.sentOrRandom(LONGEST + "x").value()).isNotEqualTo(LONGEST + "x");
  }

  @Test
  void invalidIdCannotBeCreated() {
    assertThatThrownBy(() -> new RequestId("a\nb")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void unsafeCharactersInFieldsAreReplaced() {
    LogField.DISPUTE_ID.during(
        "A-1\r\n{\"level\":\"x\"}\u2028" + LONGEST,
        () ->
            assertThat((String) MDC.get("disputeId"))
                .startsWith("A-1????level?:?x???xxx")
                .hasSize(64));
    assertThat(MDC.get("disputeId")).isNull();
  }

  @Test
  void fieldIsRestoredAfterTheTask() {
    LogField.RULE_SET.during(
        "outer",
        () -> {
          LogField.RULE_SET.during(
              "inner", () -> assertThat(MDC.get("ruleSet")).isEqualTo("inner"));
          assertThat(MDC.get("ruleSet")).isEqualTo("outer");
        });
  }
}
