package io.redress.journal.write;

import io.redress.platform.text.RecordHash;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The hash of an entry, over all members but the hash itself, in the order of their columns.
 * Instants and days are in ISO 8601, numbers plain without trailing zeros, sealed data raw bytes.
 */
final class EntryHash {
  private EntryHash() {}

  static String of(Entry entry) {
    DecisionRecord decided = entry.decided();
    return new RecordHash()
        .add(entry.replica())
        .add(Long.toString(entry.number()))
        .add(decided.decisionId().toString())
        .add(decided.disputeId())
        .add(decided.decidedAt().toString())
        .add(decided.asOf().toString())
        .add(decided.ruleSet())
        .add(decided.resolution())
        .add(decided.reasonCode())
        .add(decided.caseStatus())
        .add(plain(decided.discountPercent()))
        .add(plain(decided.refundAmount()))
        .add(decided.refundCurrency())
        .add(decided.caller())
        .add(decided.requestId())
        .add(decided.facts())
        .add(decided.decision())
        .add(entry.keyId().toString())
        .add(entry.sealed())
        .add(entry.previous())
        .hex();
  }

  private static @Nullable String plain(@Nullable BigDecimal number) {
    return number == null ? null : number.stripTrailingZeros().toPlainString();
  }
}
