package io.redress.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Sha256Test {
  /** The examples of FIPS 180-2. */
  @Test
  void aHashIsTheOneOfTheStandard() {
    assertThat(Sha256.of("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(Sha256.of(new byte[0]))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void partsHashAsTheyWouldInOnePiece() {
    assertThat(
            new Sha256()
                .add("Grü")
                .add("ße".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .hex())
        .isEqualTo(Sha256.of("Grüße"));
  }

  @Test
  void hashesAreEqualOrNot() {
    assertThat(Sha256.isEqual(Sha256.of("a"), Sha256.of("a"))).isTrue();
    assertThat(Sha256.isEqual(Sha256.of("a"), Sha256.of("b"))).isFalse();
    assertThat(Sha256.isEqual(Sha256.of("a"), "")).isFalse();
  }
}
