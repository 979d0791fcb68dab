package io.redress.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainIdTest {
  @Test
  void anIdHasOneToSixtyFourPlainCharacters() {
    assertThat(PlainId.isValid("CASE-7.a_b:c")).isTrue();
    assertThat(PlainId.isValid("a".repeat(64))).isTrue();
    assertThat(PlainId.isValid("a".repeat(65))).isFalse();
    assertThat(PlainId.isValid("")).isFalse();
    assertThat(PlainId.isValid("a b")).isFalse();
    assertThat(PlainId.isValid("a\n")).isFalse();
  }

  @Test
  void aMaskedTextCouldBeAnId() {
    assertThat(PlainId.masked("a\r\nb{c}")).isEqualTo("a??b?c?");
    assertThat(PlainId.masked("\u2028".repeat(70))).isEqualTo("?".repeat(64));
  }
}
