package io.redress.rules.source;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A table keeps its meaning through the console and the programs that people use. */
class EditRoundsTest {
  private static final int ROUNDS = 10;

  /** Each round is saved by the next program, so that all of them read what the others left. */
  @ParameterizedTest
  @EnumSource
  void tenRoundsOfSavingAndEditingKeepTheMeaning(Writer first) throws Exception {
    EditRounds rounds = EditRounds.of(first, first.ordinal());
    rounds.verify();

    for (int round = 0; round < ROUNDS; round++) {
      rounds.saveBy(Writer.values()[(first.ordinal() + round) % Writer.values().length]);
      rounds.verify();
      rounds.edit();
      rounds.verify();
    }
  }

  @ParameterizedTest
  @EnumSource
  void tenRoundsWithOneProgramKeepTheMeaning(Writer program) throws Exception {
    EditRounds rounds = EditRounds.of(program, 100 + program.ordinal());

    for (int round = 0; round < ROUNDS; round++) {
      rounds.edit();
      rounds.verify();
      rounds.saveBy(program);
      rounds.verify();
    }
  }
}
