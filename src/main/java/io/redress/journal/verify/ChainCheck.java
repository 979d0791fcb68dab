package io.redress.journal.verify;

import io.redress.journal.read.KeptDecision;
import io.redress.journal.verify.IntegrityFinding.Kind;
import io.redress.journal.write.ChainHead;
import io.redress.journal.write.Entry;
import java.util.function.Consumer;

/** Goes along one chain and sees that each entry follows the one before. */
final class ChainCheck {
  private final Consumer<IntegrityFinding> doubts;
  private ChainHead end;

  /**
   * @param beginning what the chain goes on from
   */
  ChainCheck(ChainHead beginning, Consumer<IntegrityFinding> doubts) {
    this.end = beginning;
    this.doubts = doubts;
  }

  void next(KeptDecision kept) {
    Entry entry = kept.entry();
    if (entry.number() != end.number() + 1) {
      long last = entry.number() - 1;
      String missing =
          last == end.number() + 1
              ? "Entry " + last + " is missing."
              : "Entries " + (end.number() + 1) + " to " + last + " are missing.";
      doubts.accept(IntegrityFinding.ofPlace(Kind.GAP, entry.replica(), end.number() + 1, missing));
    } else if (!end.continuesWith(entry)) {
      doubts.accept(
          IntegrityFinding.of(Kind.UNLINKED, entry, "It does not go on from the entry before it."));
    }
    if (!entry.intact()) {
      doubts.accept(IntegrityFinding.of(Kind.CHANGED, entry, "It is not what was kept."));
    }
    if (!opens(kept)) {
      doubts.accept(
          IntegrityFinding.of(
              Kind.SEAL_BROKEN, entry, "Its personal data do not open with their key."));
    }
    end = end.after(entry);
  }

  ChainHead end() {
    return end;
  }

  private static boolean opens(KeptDecision kept) {
    try {
      kept.personal();
      return true;
    } catch (IllegalStateException broken) {
      return false;
    }
  }
}
