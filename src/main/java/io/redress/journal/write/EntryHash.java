package io.redress.journal.write;

import io.redress.platform.text.Sha256;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The hash of an entry: SHA-256 in hexadecimal over all members but the hash itself, in the order
 * of their columns, so that it can be computed with other tools. Each member is its length in bytes
 * (four bytes, big-endian; -1 if absent) and its text in UTF-8. Instants and days are in ISO 8601,
 * numbers plain without trailing zeros, sealed data raw bytes.
 */
final class EntryHash {
  private static final int ABSENT = -1;

  private final Sha256 digest = new Sha256();

  private EntryHash() {}

  static String of(Entry entry) {
    return new EntryHash().over(entry);
  }

  private String over(Entry entry) {
    DecisionRecord decided = entry.decided();
    add(entry.replica());
    add(Long.toString(entry.number()));
    add(decided.decisionId().toString());
    add(decided.disputeId());
    add(decided.decidedAt().toString());
    add(decided.asOf().toString());
    add(decided.ruleSet());
    add(decided.resolution());
    add(decided.reasonCode());
    add(decided.caseStatus());
    add(plain(decided.discountPercent()));
    add(plain(decided.refundAmount()));
    add(decided.refundCurrency());
    add(decided.caller());
    add(decided.requestId());
    add(decided.facts());
    add(decided.decision());
    add(entry.keyId().toString());
    add(entry.sealed());
    add(entry.previous());
    return digest.hex();
  }

  private static @Nullable String plain(@Nullable BigDecimal number) {
    return number == null ? null : number.stripTrailingZeros().toPlainString();
  }

  private void add(@Nullable String text) {
    if (text == null) {
      length(ABSENT);
    } else {
      add(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void add(byte[] bytes) {
    length(bytes.length);
    digest.add(bytes);
  }

  private void length(int bytes) {
    digest.add(ByteBuffer.allocate(Integer.BYTES).putInt(bytes).array());
  }
}
