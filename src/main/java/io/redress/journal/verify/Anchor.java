package io.redress.journal.verify;

import io.redress.journal.read.Chains;
import io.redress.journal.verify.IntegrityFinding.Kind;
import io.redress.journal.write.ChainHead;
import io.redress.journal.write.Entry;
import io.redress.platform.text.Sha256;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a chain ended once, noted outside the database: what was before can not be cut off the end
 * unnoticed.
 */
public record Anchor(String replica, long number, String hash) {
  private static final Pattern LINE =
      Pattern.compile("([A-Za-z0-9._-]{1,36}):(\\d{1,18}):(" + Sha256.PATTERN + ")");

  static Anchor of(ChainHead end) {
    return new Anchor(end.replica(), end.number(), end.hash());
  }

  /** Reads what {@link #toString} writes; empty when it is something else. */
  public static Optional<Anchor> parse(String line) {
    Matcher parts = LINE.matcher(line.strip());
    return parts.matches()
        ? Optional.of(new Anchor(parts.group(1), Long.parseLong(parts.group(2)), parts.group(3)))
        : Optional.empty();
  }

  /** What is wrong with the journal when it has to hold this; empty when it does. */
  Optional<IntegrityFinding> missingIn(Chains chains) {
    ChainHead beginning = chains.beginning(replica);
    if (number < beginning.number()) {
      return Optional.of(
          doubt(Kind.ANCHOR_CUT, "The anchor's entry was cut off with those before it."));
    }
    Optional<String> found =
        number == beginning.number()
            ? Optional.of(beginning.hash())
            : chains.entry(replica, number).map(Entry::hash);
    if (found.isEmpty()) {
      return Optional.of(
          doubt(Kind.ANCHOR_LOST, "The anchor's entry is missing: the chain was cut off before."));
    }
    return found.get().equals(hash)
        ? Optional.empty()
        : Optional.of(doubt(Kind.ANCHOR_LOST, "Another entry stands where the anchor's stood."));
  }

  private IntegrityFinding doubt(Kind kind, String message) {
    return IntegrityFinding.ofPlace(kind, replica, number, message);
  }

  /** On one line. */
  @Override
  public String toString() {
    return replica + ":" + number + ":" + hash;
  }
}
