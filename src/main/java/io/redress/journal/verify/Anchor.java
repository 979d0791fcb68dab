package io.redress.journal.verify;

import io.redress.journal.read.Chains;
import io.redress.journal.verify.IntegrityFinding.Kind;
import io.redress.journal.write.ChainHead;
import io.redress.journal.write.Entry;
import io.redress.platform.text.Sha256;
import io.redress.security.audit.AuditLink;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of a chain at some time, stored outside the database, so that removed entries at the end
 * of the chain are noticed.
 */
public record Anchor(String replica, long number, String hash) {
  private static final Pattern LINE =
      Pattern.compile("([A-Za-z0-9._-]{1,36}):(\\d{1,18}):(" + Sha256.PATTERN + ")");

  /** Whether it is of the audit log. */
  boolean ofAudit() {
    return replica.equals(AuditCheck.AUDIT);
  }

  static Anchor of(ChainHead end) {
    return new Anchor(end.replica(), end.number(), end.hash());
  }

  static Anchor of(AuditLink end) {
    return new Anchor(AuditCheck.AUDIT, end.event().number(), String.valueOf(end.hash()));
  }

  /** Parses the format of {@link #toString}; empty if the line has another format. */
  public static Optional<Anchor> parse(String line) {
    Matcher parts = LINE.matcher(line.strip());
    return parts.matches()
        ? Optional.of(new Anchor(parts.group(1), Long.parseLong(parts.group(2)), parts.group(3)))
        : Optional.empty();
  }

  /** Returns a finding if the journal does not hold the anchor's entry. */
  Optional<IntegrityFinding> missingIn(Chains chains) {
    ChainHead beginning = chains.beginning(replica);
    if (number < beginning.number()) {
      return Optional.of(
          finding(Kind.ANCHOR_CUT, "The anchor's entry was truncated with those before it."));
    }
    Optional<String> found =
        number == beginning.number()
            ? Optional.of(beginning.hash())
            : chains.entry(replica, number).map(Entry::hash);
    if (found.isEmpty()) {
      return Optional.of(
          finding(
              Kind.ANCHOR_LOST,
              "The anchor's entry is missing: the end of the chain was removed."));
    }
    return found.get().equals(hash)
        ? Optional.empty()
        : Optional.of(finding(Kind.ANCHOR_LOST, "Another entry is in the place of the anchor's."));
  }

  private IntegrityFinding finding(Kind kind, String message) {
    return IntegrityFinding.ofPlace(kind, replica, number, message);
  }

  /** One line, such as {@code replica-1:3:0a1b...}. */
  @Override
  public String toString() {
    return replica + ":" + number + ":" + hash;
  }
}
