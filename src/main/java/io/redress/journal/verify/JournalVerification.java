package io.redress.journal.verify;

import io.redress.journal.projection.ProjectionCheck;
import io.redress.journal.projection.RowTotalsCheck;
import io.redress.journal.read.Chains;
import io.redress.journal.read.KeptDecision;
import io.redress.journal.read.ShownEntries;
import io.redress.journal.verify.IntegrityFinding.Kind;
import io.redress.journal.write.ChainHead;
import io.redress.journal.write.Entry;
import io.redress.lifecycle.HistoricalRuleSets;
import io.redress.platform.database.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Verifies the journal in one pass. It changes nothing, and holds few entries in memory. */
public final class JournalVerification {
  private static final int MAX_REPORTED = 1_000;
  private static final int MAX_ATTEMPTS = 5;

  /** Where a finding about what searches have is. */
  private static final String SEARCH = "search";

  /**
   * What to verify.
   *
   * @param since earlier entries are not verified; null for all
   * @param redecide whether each dispute is decided again
   * @param anchors former heads of chains, which must still be in the journal
   */
  public record Scope(@Nullable Instant since, boolean redecide, List<Anchor> anchors) {
    public Scope {
      anchors = List.copyOf(anchors);
    }
  }

  private final Database database;
  private final Chains chains;
  private final Scope scope;
  private final LongConsumer progress;
  private final RedecisionCheck redecision;
  private final RowTotalsCheck rowTotals;
  private final List<IntegrityFinding> reported = new ArrayList<>();
  private final Map<String, Long> found = new TreeMap<>();

  private long entries;
  private boolean whole = true;

  private JournalVerification(Database database, Scope scope, LongConsumer progress) {
    this.database = database;
    this.chains = new Chains(database);
    this.scope = scope;
    this.progress = progress;
    this.redecision =
        new RedecisionCheck(
            new HistoricalRuleSets(database), new ShownEntries(database), this::add);
    this.rowTotals = new RowTotalsCheck(database, scope.since(), this::addMiscopied);
  }

  /**
   * Verifies the journal.
   *
   * @param progress receives the number of entries so far, after each entry
   */
  public static VerificationReport of(Database database, Scope scope, LongConsumer progress) {
    return new JournalVerification(database, scope, progress).report();
  }

  private VerificationReport report() {
    List<String> ends = new ArrayList<>();
    for (String replica : chains.replicas()) {
      ends.add(Anchor.of(walk(replica)).toString());
    }
    AuditCheck audit = checkedAudit();
    audit.anchor().map(Anchor::toString).ifPresent(ends::add);
    new ProjectionCheck(database).run(scope.since(), this::addMiscopied);
    rowTotals.end();
    if (entries == 0) {
      add(
          IntegrityFinding.ofPlace(
              Kind.NOTHING, "journal", 0, "There is no entry to verify, which proves nothing."));
    }
    scope.anchors().stream()
        .filter(anchor -> !anchor.ofAudit())
        .map(anchor -> anchor.missingIn(chains))
        .flatMap(Optional::stream)
        .forEach(this::add);
    return new VerificationReport(
        whole,
        entries,
        redecision.decided(),
        redecision.differing(),
        audit.events(),
        audit.cuts(),
        ends,
        found,
        reported);
  }

  /** What is done while it is read can look forged; then it is read again. */
  private AuditCheck checkedAudit() {
    for (int attempt = 1; ; attempt++) {
      List<IntegrityFinding> held = new ArrayList<>();
      AuditCheck audit =
          new AuditCheck(
              database,
              scope.anchors(),
              finding -> {
                if (held.size() < MAX_REPORTED) {
                  held.add(finding);
                } else {
                  add(finding);
                }
              });
      audit.run();
      if (held.isEmpty() || attempt == MAX_ATTEMPTS || !audit.overtaken()) {
        held.forEach(this::add);
        return audit;
      }
    }
  }

  private ChainHead walk(String replica) {
    ChainHead beginning = chains.beginning(replica);
    chains
        .first(replica)
        .filter(first -> first.number() <= beginning.number())
        .ifPresent(
            first ->
                add(
                    IntegrityFinding.of(
                        Kind.BELOW_CUT,
                        first,
                        "Entries up to " + beginning.number() + " were cut, and it is there.")));
    ChainCheck check =
        new ChainCheck(
            since(beginning), last -> chains.beginning(replica).number() >= last, this::add);
    chains.each(
        replica,
        check.end().number(),
        kept -> {
          check.next(kept);
          redecide(kept);
          rowTotals.next(kept.entry());
          progress.accept(++entries);
        });
    return check.end();
  }

  private void redecide(KeptDecision kept) {
    if (scope.redecide()) {
      redecision.of(kept);
    }
  }

  /** The head at which to begin, which may be an entry that is not verified itself. */
  private ChainHead since(ChainHead beginning) {
    Instant since = scope.since();
    if (since == null) {
      return beginning;
    }
    Optional<Long> first = chains.firstSince(beginning.replica(), since);
    Optional<Entry> before =
        first.isPresent()
            ? chains.entry(beginning.replica(), first.get() - 1)
            : chains.last(beginning.replica());
    return before
        .filter(entry -> entry.number() > beginning.number())
        .map(beginning::after)
        .orElse(beginning);
  }

  private void addMiscopied(String wrong) {
    add(IntegrityFinding.ofPlace(Kind.MISCOPIED, SEARCH, 0, wrong));
  }

  private void add(IntegrityFinding finding) {
    whole &= !finding.kind().failure();
    found.merge(finding.kind().name(), 1L, Long::sum);
    if (reported.size() < MAX_REPORTED) {
      reported.add(finding);
    }
  }
}
