package io.redress.journal.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.EditedRules;
import io.redress.insight.impact.Change;
import io.redress.insight.impact.Comparison;
import io.redress.insight.impact.ImpactReport;
import io.redress.journal.read.JournalSearch;
import io.redress.journal.read.KeptDecision;
import io.redress.journal.read.SearchQuery;
import io.redress.journal.read.SearchTooSlow;
import io.redress.journal.write.Databases;
import io.redress.journal.write.EntryTable;
import io.redress.journal.write.WrittenJournal;
import io.redress.platform.database.Database;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.security.audit.Actor;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
class ImpactWorkerTest {
  private static final Instant BEGUN = Instant.parse("2026-02-01T08:00:00Z");
  private static final Instant LATER = BEGUN.plus(Duration.ofDays(2));
  private static final Actor ANNA = Actor.within("anna");
  private static final int DISPUTES = 450;
  private static final Comparison.Side BASE = side(Map.of());
  private static final Comparison.Side CANDIDATE = generous();

  private Database database;
  private ImpactRuns runs;
  private JournalSearch journal;
  private WrittenJournal written;

  private static Comparison.Side side(Map<String, byte[]> edited) {
    Map<String, byte[]> files =
        new HashMap<>(RuleSetFiles.folder(Path.of("rules"), new ArrayList<>()));
    files.putAll(edited);
    RuleSet rules = RuleSet.read(RuleSetFiles.of(files), new ArrayList<>()).orElseThrow();
    return new Comparison.Side(rules, files);
  }

  /** The goodwill in peak season becomes 10% instead of 5%. */
  private static Comparison.Side generous() {
    try {
      return side(
          Map.of(
              "promises.xlsx",
              EditedRules.edited(
                  Path.of("rules/promises.xlsx"),
                  workbook ->
                      workbook.getSheet("Goodwill").getRow(3).getCell(5).setCellValue(0.1))));
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  @BeforeEach
  void fillJournal() {
    database = Database.open(Databases.EMBEDDED.fresh());
    runs = new ImpactRuns(database);
    journal = new JournalSearch(database);
    written =
        new WrittenJournal(database, BASE.rules(), "11111111-1111-1111-1111-111111111111", BEGUN);
    written.dresses("dress", DISPUTES);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private ImpactWorker worker(Clock clock) {
    Map<String, Comparison.Side> sides = Map.of(version(BASE), BASE, version(CANDIDATE), CANDIDATE);
    return new ImpactWorker(
        new ImpactClaims(database),
        journal,
        wanted -> Optional.ofNullable(sides.get(wanted)),
        clock,
        Duration.ZERO);
  }

  private static String version(Comparison.Side side) {
    return side.rules().id().version();
  }

  /** All disputes of the time, of a country and a platform if they are given. */
  private static ImpactSpecification specification(
      String candidate, boolean recorded, @Nullable String country, @Nullable String platform) {
    return new ImpactSpecification(
        candidate,
        version(BASE),
        recorded,
        BEGUN,
        LATER,
        null,
        null,
        null,
        country,
        platform,
        BigDecimal.ONE,
        List.of());
  }

  private static ImpactSpecification wanted(boolean recorded) {
    return specification(version(CANDIDATE), recorded, null, null);
  }

  private ImpactRun add(boolean recorded) {
    return runs.add(wanted(recorded), LATER, ANNA).orElseThrow();
  }

  private List<Change> changes(ImpactRun run) {
    List<Change> changes = new ArrayList<>();
    runs.changes(run.id(), changes::add);
    return changes;
  }

  @Test
  void decisionsAreComparedAndChangesListed() {
    ImpactRun run = add(true);
    assertThat(run.status()).isEqualTo(ImpactRun.Status.QUEUED);
    assertThat(run.progress()).isZero();
    ImpactWorker worker = worker(Clock.fixed(LATER, ZoneOffset.UTC));
    assertThat(worker.work()).isTrue();
    assertThat(worker.work()).isFalse();
    ImpactRun done = runs.find(run.id()).orElseThrow();
    assertThat(done.status()).isEqualTo(ImpactRun.Status.DONE);
    assertThat(done.progress()).isEqualTo(1);
    ImpactReport report = done.result().orElseThrow();
    assertThat(report.population().found()).isEqualTo(DISPUTES);
    assertThat(report.changed()).isEqualTo(DISPUTES);
    assertThat(report.byCell())
        .singleElement()
        .satisfies(
            edit -> {
              assertThat(edit.cell()).isEqualTo("F4");
              assertThat(edit.changed()).isEqualTo(DISPUTES);
            });
    assertThat(report.largest()).isNotEmpty().allMatch(large -> large.letterAfter() == null);
    assertThat(changes(run)).hasSize(DISPUTES);
    assertThat(done.report()).doesNotContain("Greta");
  }

  @Test
  void runHasOnlyDecisionsOfItsCountryAndPlatform() {
    written.keep(sold("MX", "EBAY"), "shop");
    written.keep(sold("MX", "AMAZON"), "shop");
    written.keep(sold("BR", "EBAY"), "shop");
    ImpactSpecification wanted = specification(version(CANDIDATE), false, "MX", "EBAY");
    ImpactRun run = runs.add(wanted, LATER, ANNA).orElseThrow();
    worker(Clock.fixed(LATER, ZoneOffset.UTC)).work();
    ImpactRun done = runs.find(run.id()).orElseThrow();
    assertThat(done.found()).isEqualTo(DISPUTES + 3L);
    ImpactReport report = done.result().orElseThrow();
    assertThat(report.population().found()).isEqualTo(1);
    assertThat(report.byCountry()).extracting(ImpactReport.GroupImpact::key).containsExactly("MX");
  }

  private static byte[] sold(String country, String platform) {
    return """
    {"disputeId": "sold", "disputeType": "NOT_RECEIVED", "reason": "IN_TRANSIT", "delayCause": "PEAK_SEASON",
     "asOf": "2014-12-10", "platform": "%s", "order": {"buyerCountry": "%s"}}
    """
        .formatted(platform, country)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void recordedDecisionsOfTheSameRulesStay() {
    ImpactSpecification same = specification(version(BASE), true, null, null);
    ImpactRun run = runs.add(same, LATER, ANNA).orElseThrow();
    worker(Clock.fixed(LATER, ZoneOffset.UTC)).work();
    ImpactReport report = runs.find(run.id()).orElseThrow().result().orElseThrow();
    assertThat(report.population().decided()).isEqualTo(DISPUTES);
    assertThat(report.changed()).isZero();
  }

  /** A clock that does something when it is read for the nth time. */
  private static Clock at(int reading, Runnable what) {
    AtomicInteger readings = new AtomicInteger();
    return new Clock() {
      @Override
      public Instant instant() {
        if (readings.incrementAndGet() == reading) {
          what.run();
        }
        return LATER;
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
  }

  @Test
  void runThatWasKilledGoesOnInAnotherReplica() {
    ImpactRun whole = add(false);
    worker(Clock.fixed(LATER, ZoneOffset.UTC)).work();
    ImpactRun killed = add(false);
    ImpactWorker first =
        worker(
            at(
                5,
                () -> {
                  throw new CancellationException("killed");
                }));
    assertThatThrownBy(first::work).isInstanceOf(CancellationException.class);
    ImpactRun stopped = runs.find(killed.id()).orElseThrow();
    assertThat(stopped.status()).isEqualTo(ImpactRun.Status.RUNNING);
    assertThat(stopped.found()).isBetween(1L, DISPUTES - 1L);
    assertThat(stopped.progress()).isBetween(0.001, 0.999);
    // Another replica waits until it is sure that the first one has left.
    assertThat(worker(Clock.fixed(LATER, ZoneOffset.UTC)).work()).isFalse();
    assertThat(worker(Clock.fixed(LATER.plusSeconds(60), ZoneOffset.UTC)).work()).isTrue();
    assertThat(runs.find(killed.id()).orElseThrow().result())
        .isEqualTo(runs.find(whole.id()).orElseThrow().result())
        .isPresent();
    assertThat(changes(killed)).isEqualTo(changes(whole)).hasSize(DISPUTES);
  }

  @Test
  void cancelledRunStops() {
    ImpactRun run = add(false);
    assertThat(worker(at(4, () -> runs.cancel(run.id(), LATER, ANNA))).work()).isTrue();
    ImpactRun cancelled = runs.find(run.id()).orElseThrow();
    assertThat(cancelled.status()).isEqualTo(ImpactRun.Status.CANCELLED);
    assertThat(cancelled.report()).isNull();
    assertThat(cancelled.found()).isLessThan(DISPUTES);
    assertThat(worker(Clock.fixed(LATER, ZoneOffset.UTC)).work()).isFalse();
  }

  @Test
  void runWithoutItsRuleSetFails() {
    ImpactSpecification gone = specification("000000000000", false, null, null);
    ImpactRun run = runs.add(gone, LATER, ANNA).orElseThrow();
    worker(Clock.fixed(LATER, ZoneOffset.UTC)).work();
    ImpactRun failed = runs.find(run.id()).orElseThrow();
    assertThat(failed.status()).isEqualTo(ImpactRun.Status.FAILED);
    assertThat(failed.failure()).contains("000000000000");
    assertThat(failed.cause())
        .isEqualTo(new ImpactFailure(ImpactFailure.Code.RULE_SET_UNREADABLE, "000000000000"));
  }

  @Test
  void runGoesOnBehindEntriesThatAreGone() {
    assertThat(journal.count(SearchQuery.ALL)).isEqualTo(DISPUTES);
    Databases.EMBEDDED.permitAll(database);
    int gone =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle.execute(
                        "delete from "
                            + EntryTable.CURRENT
                            + " where decision_id in (select"
                            + " decision_id from decision_search order by decided_at limit 250)"));
    assertThat(gone).isEqualTo(250);
    ImpactRun run = add(false);
    worker(Clock.fixed(LATER, ZoneOffset.UTC)).work();
    ImpactRun done = runs.find(run.id()).orElseThrow();
    assertThat(done.status()).isEqualTo(ImpactRun.Status.DONE);
    assertThat(done.result().orElseThrow().population().found()).isEqualTo(DISPUTES - 250);
    List<KeptDecision> exported = new ArrayList<>();
    journal.entries(SearchQuery.ALL, exported::add);
    assertThat(exported).hasSize(DISPUTES - 250);
  }

  /** A journal whose searches take too long. */
  private JournalSearch slow() {
    return new JournalSearch(database) {
      @Override
      public Batch entriesAfter(SearchQuery search, Place place) {
        Thread.currentThread().interrupt();
        try {
          return super.entriesAfter(search, place);
        } finally {
          assertThat(Thread.interrupted()).isTrue();
        }
      }
    };
  }

  @Test
  void runFailsWhenItsSearchesTakeTooLongAgainAndAgain() {
    ImpactRun run = add(false);
    journal = slow();
    ImpactWorker worker = worker(Clock.fixed(LATER, ZoneOffset.UTC));
    for (int i = 1; i < ImpactWorker.MAX_SLOW; i++) {
      assertThatThrownBy(worker::work).isInstanceOf(SearchTooSlow.class);
    }
    assertThat(runs.find(run.id()).orElseThrow().status()).isEqualTo(ImpactRun.Status.RUNNING);
    assertThat(worker.work()).isTrue();
    ImpactRun failed = runs.find(run.id()).orElseThrow();
    assertThat(failed.status()).isEqualTo(ImpactRun.Status.FAILED);
    assertThat(failed.failure()).contains("shorter time");
    assertThat(failed.cause()).isEqualTo(new ImpactFailure(ImpactFailure.Code.SEARCH_TOO_SLOW, ""));
  }

  @Test
  void oldRunsAreDeletedWithTheirChanges() {
    ImpactWorker worker = worker(Clock.fixed(LATER, ZoneOffset.UTC));
    ImpactRun oldest = add(false);
    worker.work();
    assertThat(changes(oldest)).hasSize(DISPUTES);
    List<ImpactRun> cancelled = new ArrayList<>();
    for (int i = 1; i < ImpactClaims.MAX_KEPT; i++) {
      ImpactRun one = add(false);
      cancelled.add(one);
      runs.cancel(one.id(), LATER, ANNA);
    }
    add(false);
    worker.work();
    assertThat(runs.find(oldest.id())).isEmpty();
    assertThat(changes(oldest)).isEmpty();
    assertThat(runs.find(cancelled.get(0).id())).isPresent();
    assertThat(runs.count(version(CANDIDATE))).isEqualTo(ImpactClaims.MAX_KEPT);
  }

  @Test
  void newRunsDisplaceThoseOfTheirCaller() {
    ImpactWorker worker = worker(Clock.fixed(LATER, ZoneOffset.UTC));
    ImpactRun ofAnna = add(false);
    worker.work();
    Actor bert = Actor.within("bert");
    List<ImpactRun> ofBert = new ArrayList<>();
    for (int i = 0; i <= ImpactClaims.MAX_KEPT; i++) {
      ImpactRun one = runs.add(wanted(false), LATER, bert).orElseThrow();
      ofBert.add(one);
      runs.cancel(one.id(), LATER, bert);
    }
    worker.work();
    assertThat(changes(ofAnna)).hasSize(DISPUTES);
    assertThat(runs.find(ofAnna.id()).orElseThrow().result()).isPresent();
    assertThat(runs.count(version(CANDIDATE))).isEqualTo(ImpactClaims.MAX_KEPT);
    assertThat(runs.find(ofBert.get(1).id())).isEmpty();
    assertThat(runs.find(ofBert.get(2).id())).isPresent();
  }

  /** Returns how many runs a caller may add. */
  private int addAll(String caller) {
    int added = 0;
    while (runs.add(wanted(false), LATER, Actor.within(caller)).isPresent()) {
      added++;
    }
    return added;
  }

  @Test
  void fewRunsWaitAndCallersShareThem() {
    assertThat(Stream.of("anna", "bert", "carl", "dora", "emil", "fred").map(this::addAll))
        .containsExactly(ImpactRuns.MAX_OPEN / 2, 5, 3, 1, 1, 0);
    assertThat(runs.count(version(CANDIDATE))).isEqualTo(ImpactRuns.MAX_OPEN);
    assertThat(runs.page(version(CANDIDATE), 0, 5)).extracting(ImpactRun::number).startsWith(20L);
  }
}
