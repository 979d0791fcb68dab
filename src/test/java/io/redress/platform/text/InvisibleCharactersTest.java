package io.redress.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvisibleCharactersTest {
  @ParameterizedTest
  @ValueSource(ints = {0x00, 0x09, 0x85, 0xAD, 0x200B, 0x202E, 0x2028, 0x2029, 0xFEFF, 0xE0001})
  void whatDisruptsATextIsInvisibleEverywhere(int character) {
    String text = "A" + Character.toString(character) + "B";
    assertThat(InvisibleCharacters.anyIn(text)).isTrue();
    assertThat(InvisibleCharacters.anyInFreeText(text)).isTrue();
    assertThat(InvisibleCharacters.removedFrom(text)).isEqualTo("AB");
    assertThat(InvisibleCharacters.removedFromFreeText(text)).isEqualTo("AB");
    assertThat(InvisibleCharacters.blankedInFreeText(text)).isEqualTo("A B");
  }

  /** Joiners, a blank of another width, a Hangul filler, private use, and one not assigned yet. */
  @ParameterizedTest
  @ValueSource(ints = {0x200C, 0x200D, 0xA0, 0x3000, 0x3164, 0xE000, 0x378})
  void whatFreeTextMayNeedIsInvisibleInCells(int character) {
    String text = "A" + Character.toString(character) + "B";
    assertThat(InvisibleCharacters.anyIn(text)).isTrue();
    assertThat(InvisibleCharacters.firstIn(text)).isEqualTo(String.format("U+%04X", character));
    assertThat(InvisibleCharacters.anyInFreeText(text)).isFalse();
    assertThat(InvisibleCharacters.removedFromFreeText(text)).isEqualTo(text);
  }

  @Test
  void aLineBreakStaysInCellsAndInFreeTextOfSeveralLines() {
    assertThat(InvisibleCharacters.anyIn("A\nB")).isFalse();
    assertThat(InvisibleCharacters.removedFromFreeText("A\nB")).isEqualTo("A\nB");
    assertThat(InvisibleCharacters.anyInFreeText("A\nB")).isTrue();
    assertThat(InvisibleCharacters.blankedInFreeText("A\nB")).isEqualTo("A B");
  }
}
