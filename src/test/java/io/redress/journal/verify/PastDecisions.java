package io.redress.journal.verify;

import io.redress.journal.write.WrittenJournal;
import io.redress.lifecycle.Replica;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.ruleset.ShippedFiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Journals of decisions under the shipped rules, which are stored in the same database. */
public final class PastDecisions {
  private static final RuleSetFiles FILES = ShippedFiles.all();
  private static final RuleSet RULES = RuleSet.read(FILES, new ArrayList<>()).orElseThrow();

  private PastDecisions() {}

  public static WrittenJournal journal(Replica replica, Instant begun) {
    return journal(replica, "replica-1", begun);
  }

  public static WrittenJournal journal(Replica replica, String name, Instant begun) {
    replica.keep(FILES, "shipped");
    return new WrittenJournal(replica.database, RULES, name, begun);
  }

  /** A journal of decisions under other rules. */
  public static WrittenJournal journal(Replica replica, RuleSetFiles files, Instant begun) {
    replica.keep(files, "other");
    RuleSet rules = RuleSet.read(files, new ArrayList<>()).orElseThrow();
    return new WrittenJournal(replica.database, rules, "replica-1", begun);
  }

  public static boolean whole(Replica replica) {
    return verify(replica).whole();
  }

  public static boolean chainsAreWhole(Replica replica) {
    return verifyChains(replica).whole();
  }

  /** Without deciding again, which takes longer. */
  static VerificationReport verifyChains(Replica replica) {
    return JournalVerification.of(
        replica.database, new JournalVerification.Scope(null, false, List.of()), entries -> {});
  }

  public static VerificationReport verify(Replica replica, Anchor... anchors) {
    return JournalVerification.of(
        replica.database,
        new JournalVerification.Scope(null, true, List.of(anchors)),
        entries -> {});
  }
}
