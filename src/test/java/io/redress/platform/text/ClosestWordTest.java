package io.redress.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClosestWordTest {
  private static final List<String> WORDS = List.of("LOST", "DAMAGED", "RETURNED");

  @Test
  void aSlipLeadsToTheClosestWord() {
    assertThat(ClosestWord.to("damagd", WORDS)).contains("DAMAGED");
    assertThat(ClosestWord.advice("LOTS", WORDS)).isEqualTo("Did you mean LOST?");
    assertThat(ClosestWord.hint("LOTS", WORDS)).isEqualTo("Did you mean LOST? ");
  }

  @Test
  void swappedLettersAreTheLikelierSlip() {
    assertThat(ClosestWord.to("tire", List.of("store", "tier"))).contains("tier");
  }

  @Test
  void lettersOfAnotherAlphabetLeadToTheWordThatLooksTheSame() {
    assertThat(ClosestWord.to("L\u041E\u0405\u0422", WORDS)).contains("LOST");
    assertThat(Lookalike.of("RETURNED", WORDS)).isEmpty();
  }

  @Test
  void whatIsFarFromAllWordsLeadsToTheListOfThem() {
    assertThat(ClosestWord.to("UK", List.of("CK", "DE"))).isEmpty();
    assertThat(ClosestWord.advice("PRICE", WORDS)).isEqualTo("Use one of LOST, DAMAGED, RETURNED.");
    assertThat(ClosestWord.hint("PRICE", WORDS)).isEmpty();
  }
}
