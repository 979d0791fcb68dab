package io.redress.journal.verify;

import io.redress.journal.write.WrittenJournal;
import io.redress.lifecycle.Proposal;
import io.redress.lifecycle.Replica;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.security.audit.Actor;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Journals of decisions under the shipped rules, which are stored in the same database. */
public final class PastDecisions {
  private static final RuleSetFiles FILES =
      RuleSetFiles.read(Path.of("rules"), Path.of("test-cases"), new ArrayList<>());
  private static final RuleSet RULES = RuleSet.read(FILES, new ArrayList<>()).orElseThrow();

  private PastDecisions() {}

  public static WrittenJournal journal(Replica replica, Instant begun) {
    return journal(replica, "replica-1", begun);
  }

  public static WrittenJournal journal(Replica replica, String name, Instant begun) {
    Proposal kept = replica.ruleSets.propose(FILES, null, "shipped", Actor.within("test"));
    if (!(kept instanceof Proposal.Kept)) {
      throw new AssertionError(kept);
    }
    return new WrittenJournal(replica.database, RULES, name, begun);
  }

  /** A journal of decisions under other rules. */
  public static WrittenJournal journal(Replica replica, RuleSetFiles files, Instant begun) {
    Proposal kept = replica.ruleSets.propose(files, null, "other", Actor.within("test"));
    if (!(kept instanceof Proposal.Kept)) {
      throw new AssertionError(kept);
    }
    RuleSet rules = RuleSet.read(files, new ArrayList<>()).orElseThrow();
    return new WrittenJournal(replica.database, rules, "replica-1", begun);
  }

  public static boolean whole(Replica replica) {
    return verify(replica).whole();
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
