package io.redress.journal.verify;

import io.redress.journal.write.Entry;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A finding of journal verification.
 *
 * @param number position of the entry in its replica's chain
 * @param decisionId null if there is no entry
 * @param pointer JSON pointer to the difference; null if nothing was compared
 * @param kept the value in the journal
 * @param now the value decided now
 */
public record IntegrityFinding(
    Kind kind,
    String replica,
    long number,
    @Nullable UUID decisionId,
    String message,
    @Nullable String pointer,
    @Nullable String kept,
    @Nullable String now) {

  /** The kind of finding. */
  public enum Kind {
    /** Entries are missing. */
    GAP(true),
    /** An entry does not have the hash of the one before. */
    UNLINKED(true),
    /** The content of an entry does not match its hash. */
    CHANGED(true),
    /** The sealed data cannot be decrypted with the dispute's key. */
    SEAL_BROKEN(true),
    /** An entry is there that was cut by retention. */
    BELOW_CUT(true),
    /** A rule set, an activation or a cut is not as the audit log has it. */
    UNAUDITED(true),
    /** Searches or totals have what no entry has. */
    MISCOPIED(true),
    /** No entry was verified, which proves nothing. */
    NOTHING(true),
    /** The journal does not hold the entry of an anchor. */
    ANCHOR_LOST(true),
    /** The rule set that decided is missing, was changed, or cannot be read by this version. */
    RULES_UNREADABLE(true),
    /** The facts cannot be decided now. */
    NOT_DECIDED(true),
    /** The same facts lead to a different decision now. */
    DIFFERENT(true),
    /** The decision differs now, without personal facts, which were destroyed. */
    DIFFERENT_WITHOUT_PERSONAL_DATA(false),
    /** An anchor's entry was truncated when its retention period had ended. */
    ANCHOR_CUT(false);

    private final boolean failure;

    Kind(boolean failure) {
      this.failure = failure;
    }

    /** Whether the journal is not intact. */
    public boolean failure() {
      return failure;
    }
  }

  static IntegrityFinding of(Kind kind, Entry entry, String message) {
    return new IntegrityFinding(
        kind,
        entry.replica(),
        entry.number(),
        entry.decided().decisionId(),
        message,
        null,
        null,
        null);
  }

  static IntegrityFinding ofPlace(Kind kind, String replica, long number, String message) {
    return new IntegrityFinding(kind, replica, number, null, message, null, null, null);
  }

  static IntegrityFinding ofDifference(Kind kind, Entry entry, JsonDifference jsonDifference) {
    return new IntegrityFinding(
        kind,
        entry.replica(),
        entry.number(),
        entry.decided().decisionId(),
        "The same facts lead to a different decision now.",
        jsonDifference.pointer(),
        jsonDifference.kept(),
        jsonDifference.now());
  }

  /** One line: kind, place, message and difference. */
  @Override
  public String toString() {
    String place = replica + " " + number + (decisionId == null ? "" : " (" + decisionId + ")");
    String difference = pointer == null ? "" : " " + pointer + ": kept " + kept + ", now " + now;
    return kind + " " + place + ": " + message + difference;
  }
}
