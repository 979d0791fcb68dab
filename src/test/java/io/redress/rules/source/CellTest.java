package io.redress.rules.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellTest {
  private static final int COLUMNS = 16_384;

  @Test
  void theColumnOfAnAddressIsTheOneThatItWasMadeFrom() {
    for (int column = 0; column < COLUMNS; column++) {
      assertThat(Cell.column(Cell.letters(column))).isEqualTo(column);
      assertThat(Cell.column(Cell.address(column, 12))).isEqualTo(column);
    }
  }

  @Test
  void lettersCountAsInASpreadsheet() {
    assertThat(Cell.letters(25)).isEqualTo("Z");
    assertThat(Cell.letters(26)).isEqualTo("AA");
    assertThat(Cell.letters(COLUMNS - 1)).isEqualTo("XFD");
    assertThat(Cell.column("$d$7")).isEqualTo(3);
  }
}
