package io.redress.journal.verify;

import io.redress.journal.write.Entry;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something in the journal that is not as it should be.
 *
 * @param number of the entry in its replica's chain
 * @param decisionId null where there is no entry
 * @param pointer JSON pointer to what differs; null where nothing was compared
 * @param kept what stands in the journal there
 * @param now what is decided now
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

  /** What can be wrong. */
  public enum Kind {
    /** Entries are missing. */
    GAP(true),
    /** An entry does not name the hash of the one before. */
    UNLINKED(true),
    /** An entry is not what its hash was computed over. */
    CHANGED(true),
    /** What is sealed can not be opened with the dispute's key. */
    SEAL_BROKEN(true),
    /** The journal does not hold what an anchor says. */
    ANCHOR_LOST(true),
    /** The rule set that decided is missing, changed, or not to be read by this version. */
    RULES_UNREADABLE(true),
    /** The facts can not be decided now. */
    NOT_DECIDED(true),
    /** The same facts are decided otherwise now. */
    DIFFERENT(true),
    /** They are, but without personal facts, which were destroyed. */
    DIFFERENT_WITHOUT_PERSONAL_DATA(false),
    /** An anchor's entry was cut off when its time had come. */
    ANCHOR_CUT(false);

    private final boolean failure;

    Kind(boolean failure) {
      this.failure = failure;
    }

    /** Whether the journal is not whole then. */
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

  static IntegrityFinding ofDifference(Kind kind, Entry entry, JsonDifference unlike) {
    return new IntegrityFinding(
        kind,
        entry.replica(),
        entry.number(),
        entry.decided().decisionId(),
        "The same facts are decided otherwise now.",
        unlike.pointer(),
        unlike.kept(),
        unlike.now());
  }

  /** On one line. */
  @Override
  public String toString() {
    String place = replica + " " + number + (decisionId == null ? "" : " (" + decisionId + ")");
    String difference = pointer == null ? "" : " " + pointer + ": kept " + kept + ", now " + now;
    return kind + " " + place + ": " + message + difference;
  }
}
