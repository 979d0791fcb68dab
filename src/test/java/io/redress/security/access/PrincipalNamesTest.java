package io.redress.security.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrincipalNamesTest {

  @ParameterizedTest
  @CsvSource({
    "Ed, Ed, true",
    "Ed, ed, true",
    "Ed, ED, true",
    "Ed, 'Ed ', true",
    "Ed Li, 'Ed  Li', true",
    "Ed, \u0415d, true",
    "Ed, \uFF25\uFF44, true",
    "Paul, \u0420aul, true",
    "Ed, Eva, false",
    "\u738B\u4F1F, \u738B\u82B3, false"
  })
  void confusableNamesAreDetected(String name, String other, boolean alike) {
    assertThat(PrincipalNames.confusable(name, other)).isEqualTo(alike);
    assertThat(PrincipalNames.confusable(other, name)).isEqualTo(alike);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ed ",
        " Ed",
        "",
        "a:b",
        "local",
        "LOCAL",
        "l\u043Ec\u0430l",
        "Folder",
        "Kafka",
        "f0lder",
        "redress",
        "retention",
        "command line",
        "Command-Line",
        "command  line",
        "temporary_key",
        "system",
        "\uFF33ystem"
      })
  void invalidAndReservedNamesAreRejected(String name) {
    assertThat(ApiKey.isName(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "E",
        "Ed Li",
        "ERP system",
        "redress-shop",
        "locals",
        "ed@example.org",
        "\u738B\u4F1F",
        "shop-1."
      })
  void otherNamesAreAccepted(String name) {
    assertThat(ApiKey.isName(name)).isTrue();
  }
}
