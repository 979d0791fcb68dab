package io.redress.journal.verify;

import io.redress.journal.read.KeptDecision;
import io.redress.journal.verify.IntegrityFinding.Kind;
import io.redress.journal.write.ChainHead;
import io.redress.journal.write.Entry;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/** Checks the entries of one chain, in order: numbers, hashes and sealed data. */
final class ChainCheck {
  private final LongPredicate cutMeanwhile;
  private final Consumer<IntegrityFinding> findings;
  private ChainHead end;

  /**
   * @param beginning the head before the first entry to be checked
   * @param cutMeanwhile whether all entries through a number were cut
   */
  ChainCheck(ChainHead beginning, LongPredicate cutMeanwhile, Consumer<IntegrityFinding> findings) {
    this.end = beginning;
    this.cutMeanwhile = cutMeanwhile;
    this.findings = findings;
  }

  void next(KeptDecision kept) {
    Entry entry = kept.entry();
    if (entry.number() <= end.number()) {
      findings.accept(
          IntegrityFinding.of(
              Kind.UNLINKED, entry, "There is another entry of this chain with its number."));
      return;
    }
    if (entry.number() != end.number() + 1) {
      long last = entry.number() - 1;
      String missing =
          last == end.number() + 1
              ? "Entry " + last + " is missing."
              : "Entries " + (end.number() + 1) + " to " + last + " are missing.";
      if (!cutMeanwhile.test(last)) {
        findings.accept(
            IntegrityFinding.ofPlace(Kind.GAP, entry.replica(), end.number() + 1, missing));
      }
    } else if (!end.continuesWith(entry)) {
      findings.accept(
          IntegrityFinding.of(
              Kind.UNLINKED, entry, "It does not link to the hash of the entry before it."));
    }
    if (!entry.intact()) {
      findings.accept(
          IntegrityFinding.of(Kind.CHANGED, entry, "Its content does not match its hash."));
    }
    if (!opens(kept)) {
      findings.accept(
          IntegrityFinding.of(
              Kind.SEAL_BROKEN, entry, "Its personal data cannot be decrypted with their key."));
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
