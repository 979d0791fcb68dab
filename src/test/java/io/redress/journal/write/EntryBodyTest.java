package io.redress.journal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.domain.RecordOf;
import io.redress.platform.text.Sha256;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EntryBodyTest {

  @Test
  void bodyHasAllOfADecision() {
    Random random = new Random(3);
    for (int i = 0; i < 50; i++) {
      DecisionRecord decided = Entries.of(random, null).decided();
      assertThat(read(decided, EntryBody.of(decided))).isEqualTo(decided);
    }
    DecisionRecord unusual =
        RecordOf.copy(Entries.of(random, null).decided())
            .with("disputeId", "争议-\uD83D\uDE00")
            .with("discountPercent", new BigDecimal("1E+2"))
            .with("facts", "{\"a\":\"" + "x".repeat(100_000) + "\"}")
            .with("requestId", "")
            .build();
    DecisionRecord read = read(unusual, EntryBody.of(unusual));
    assertThat(read.discountPercent()).isEqualByComparingTo("100");
    assertThat(RecordOf.copy(read).with("discountPercent", unusual.discountPercent()).build())
        .isEqualTo(unusual);
  }

  /** Whatever is stored instead gives an entry whose hash is wrong, and no failure. */
  @Test
  void changedBodyIsAnotherDecisionOrNone() {
    Random random = new Random(4);
    DecisionRecord decided = Entries.of(random, null).decided();
    byte[] body = EntryBody.of(decided);
    for (int i = 0; i < 2_000; i++) {
      byte[] changed = body.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
      byte[] cut = Arrays.copyOf(changed, random.nextInt(changed.length));
      assertThat(read(decided, changed).decisionId()).isEqualTo(decided.decisionId());
      assertThat(read(decided, cut)).isNotEqualTo(decided);
    }
    assertThat(read(decided, new byte[0])).isNotEqualTo(decided);
  }

  /** Such a number would need more memory than there is when it is hashed or copied. */
  @Test
  void decisionThatSearchesCannotStoreIsReadAsNone() {
    DecisionRecord decided = Entries.of(new Random(5), null).decided();
    Map.of(
            "discountPercent", new BigDecimal("1E+1000"),
            "refundAmount", new BigDecimal("9".repeat(21)),
            "resolution", "X".repeat(41),
            "caller", "x".repeat(201),
            "asOf", LocalDate.of(10_000, 1, 1))
        .forEach(
            (member, value) -> {
              DecisionRecord forged = RecordOf.copy(decided).with(member, value).build();
              assertThat(read(decided, EntryBody.of(forged)).facts()).as(member).isEqualTo("{}");
            });
    byte[] plain = EntryBody.plain(RecordOf.copy(decided).with("refundAmount", null).build());
    String text = new String(plain, StandardCharsets.ISO_8859_1);
    String percent = decided.discountPercent().toPlainString();
    String bomb =
        text.replaceFirst(
            Pattern.quote("\0\0\0" + (char) percent.length() + percent + "\u00ff"),
            "\0\0\0\u000c1E1000000000\u00ff");
    assertThat(bomb).isNotEqualTo(text);
    byte[] body = Compression.compress(bomb.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(read(decided, body).facts()).isEqualTo("{}");
  }

  @Test
  void compressedBytesAreNoJson() {
    assertThat(Compression.isCompressed("{\"a\":1}".getBytes(StandardCharsets.UTF_8))).isFalse();
    assertThat(Compression.isCompressed(Compression.compress(new byte[] {'{'}))).isTrue();
    assertThatThrownBy(() -> Compression.decompress(new byte[] {2, 0, 0, 0, 1, 0}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Entries are kept for years, and without this dictionary they cannot be read. */
  @Test
  void dictionaryNeverChanges() throws Exception {
    try (var dictionary = Compression.class.getResourceAsStream("dictionary-1.zstd")) {
      assertThat(Sha256.of(dictionary.readAllBytes()))
          .isEqualTo("568b68856204602592de1ca444d924cbc900ee99eabd0ead3684c2d0d21089b0");
    }
  }

  private static DecisionRecord read(DecisionRecord of, byte[] body) {
    return EntryBody.read(of.decisionId(), of.decidedAt(), body);
  }
}
