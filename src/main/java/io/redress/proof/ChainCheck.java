package io.redress.proof;

import io.redress.archive.KeptDecision;
import io.redress.journal.Chain;
import io.redress.journal.Entry;
import io.redress.proof.Doubt.Kind;
import java.util.function.Consumer;

/** Goes along one chain and sees that each entry follows the one before. */
final class ChainCheck {
  private final Consumer<Doubt> doubts;
  private Chain end;

  /**
   * @param beginning what the chain goes on from
   */
  ChainCheck(Chain beginning, Consumer<Doubt> doubts) {
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
      doubts.accept(Doubt.ofPlace(Kind.GAP, entry.replica(), end.number() + 1, missing));
    } else if (!end.continuesWith(entry)) {
      doubts.accept(Doubt.of(Kind.UNLINKED, entry, "It does not go on from the entry before it."));
    }
    if (!entry.intact()) {
      doubts.accept(Doubt.of(Kind.CHANGED, entry, "It is not what was kept."));
    }
    if (!opens(kept)) {
      doubts.accept(
          Doubt.of(Kind.SEAL_BROKEN, entry, "Its personal data do not open with their key."));
    }
    end = end.after(entry);
  }

  Chain end() {
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
