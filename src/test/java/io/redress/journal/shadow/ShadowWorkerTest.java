package io.redress.journal.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.EditedRules;
import io.redress.insight.impact.Comparison;
import io.redress.insight.impact.Evaluated;
import io.redress.journal.write.Databases;
import io.redress.journal.write.NewEntry;
import io.redress.journal.write.WrittenJournal;
import io.redress.lifecycle.ActiveRules;
import io.redress.lifecycle.Replica;
import io.redress.lifecycle.Shadows;
import io.redress.lifecycle.store.Shadow;
import io.redress.lifecycle.store.ShadowStore;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.database.Database;
import io.redress.platform.database.DatabaseSettings;
import io.redress.rules.ruleset.OwnFactsRules;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.ruleset.ShippedFiles;
import io.redress.security.audit.Actor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("service")
class ShadowWorkerTest {
  private static final Instant NOW = Instant.parse("2026-02-01T08:00:00Z");
  private static final Actor ANNA = Actor.within("anna");
  private static final RuleSetFiles SHIPPED = ShippedFiles.withFewCases();

  /** Rules with a fact of the seller's own. */
  private static final RuleSetFiles WITH_TIER =
      SHIPPED.with(
          Map.of(
              "facts.xlsx",
              OwnFactsRules.declaring("name", "use", "type", "values", "label.en", "label.zh", "#")
                  .row("tier", "FACT", "ENUM", "GOLD, SILVER", "Loyalty tier", "会员等级", null)
                  .bytes()));

  private static final String FIRST = "11111111-1111-1111-1111-111111111111";
  private static final String SECOND = "22222222-2222-2222-2222-222222222222";

  /** A gold customer: only rules that declare the tier can decide it. */
  private static final String GOLD =
      """
      {"disputeId": "gold", "disputeType": "NOT_RECEIVED", "reason": "IN_TRANSIT",
       "delayCause": "PEAK_SEASON", "asOf": "2014-12-10", "custom": {"tier": "GOLD"}}
      """;

  private Replica replica;
  private Shadows shadows;
  private final ActiveRules active = new ActiveRules();
  private final MeterRegistry metrics = new SimpleMeterRegistry();

  private static RuleSet read(RuleSetFiles files) {
    return RuleSet.read(files, new ArrayList<>()).orElseThrow();
  }

  /** The goodwill in peak season becomes 10% instead of 5%. */
  private static RuleSetFiles generous() {
    try {
      return SHIPPED.with(
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

  private void open(DatabaseSettings settings) {
    replica = new Replica(settings);
    shadows = new Shadows(new ShadowStore(replica.database), replica.ruleSets, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    replica.close();
  }

  /** Makes a rule set active, and starts another one beside it. */
  private Shadow start(RuleSetFiles base, RuleSetFiles candidate) {
    replica.activate(replica.keep(base, "base"));
    active.activate(read(base));
    StoredRuleSet kept = replica.keep(candidate, "candidate");
    return new ShadowStore(replica.database).start(kept.version(), NOW, ANNA);
  }

  private ShadowWorker worker(String name, Database database) {
    ShadowWorker worker =
        new ShadowWorker(
            shadows,
            new ShadowSums(database),
            comparisons(),
            active,
            Clock.systemUTC(),
            metrics,
            1);
    worker.begin(name);
    worker.refresh();
    return worker;
  }

  private ShadowComparisons comparisons() {
    return new ShadowComparisons(
        version ->
            replica
                .ruleSets
                .find(version)
                .map(one -> replica.ruleSets.contents(one))
                .map(files -> new Comparison.Side(read(files), files.rules())));
  }

  private ShadowFigures figures(Shadow shadow) {
    return new ShadowReports(new ShadowSums(replica.database), comparisons(), replica.ruleSets)
        .of(shadow);
  }

  private static void decide(ShadowWorker worker, List<NewEntry> entries)
      throws InterruptedException {
    for (NewEntry entry : entries) {
      worker.queue().offer(entry);
      worker.step(Duration.ZERO);
    }
  }

  private List<NewEntry> dresses(int many) {
    WrittenJournal journal =
        new WrittenJournal(replica.database, active.current().orElseThrow(), FIRST, NOW);
    List<NewEntry> entries = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      entries.add(
          journal.entry(
              WrittenJournal.DRESS.formatted("dress-" + i).getBytes(StandardCharsets.UTF_8)));
    }
    return entries;
  }

  @ParameterizedTest
  @EnumSource
  void replicasAddUpWhatTheCandidateChanges(Databases kind) throws InterruptedException {
    open(kind.fresh());
    Shadow shadow = start(SHIPPED, generous());
    assertThat(figures(shadow).compared()).isZero();
    List<NewEntry> entries = dresses(7);
    ShadowWorker first = worker(FIRST, replica.database);
    decide(first, entries.subList(0, 3));
    first.flush();
    ShadowWorker second = worker(SECOND, replica.database);
    decide(second, entries.subList(3, 6));
    second.flush();
    // As after a kill: what was stored is there, and another process of the replica goes on.
    ShadowWorker again = worker(FIRST, replica.database);
    decide(again, entries.subList(6, 7));
    again.flush();

    ShadowFigures figures = figures(shadow);

    assertThat(figures.compared()).isEqualTo(7);
    assertThat(figures.failed()).isZero();
    assertThat(figures.dropped()).isZero();
    assertThat(figures.updatedAt()).isNotNull();
    assertThat(figures.report()).isNotNull();
    assertThat(figures.report().changed()).isEqualTo(7);
    assertThat(figures.report().byCell())
        .singleElement()
        .satisfies(edit -> assertThat(edit.cell()).isEqualTo("F4"));
    assertThat(figures.report().largest())
        .extracting(large -> large.change().disputeId())
        .contains("dress-0", "dress-6");
    assertThat(metrics.counter("redress.shadow.changed").count()).isGreaterThan(0);
  }

  @ParameterizedTest
  @EnumSource
  void errorsAreCountedAndStopNothing(Databases kind) throws InterruptedException {
    open(kind.fresh());
    RuleSetFiles base = WITH_TIER;
    Shadow shadow = start(base, SHIPPED);
    WrittenJournal journal =
        new WrittenJournal(replica.database, active.current().orElseThrow(), FIRST, NOW);
    NewEntry gold = journal.entry(GOLD.getBytes(StandardCharsets.UTF_8));
    ShadowWorker worker = worker(FIRST, replica.database);
    for (int i = 0; i < ShadowSum.MAX_ERRORS + 5; i++) {
      decide(worker, List.of(journal.entry(GOLD.getBytes(StandardCharsets.UTF_8))));
    }
    decide(worker, dresses(2));
    decide(worker, List.of(gold));
    worker.flush();

    ShadowFigures figures = figures(shadow);

    assertThat(figures.failed()).isEqualTo(ShadowSum.MAX_ERRORS + 6);
    assertThat(figures.compared()).isEqualTo(2);
    assertThat(figures.newestErrors()).hasSize(ShadowSum.MAX_ERRORS);
    assertThat(figures.newestErrors())
        .allSatisfy(
            error -> {
              assertThat(error.disputeId()).isEqualTo("gold");
              assertThat(error.reason()).isEqualTo(Evaluated.Reason.FACTS_REFUSED);
            });
    assertThat(figures.report()).isNotNull();
    assertThat(figures.report().population().lost()).isEqualTo(figures.failed());
  }

  @ParameterizedTest
  @EnumSource
  void aFlushInDoubtIsAddedOnce(Databases kind) throws InterruptedException {
    open(kind.fresh());
    Shadow shadow = start(SHIPPED, generous());
    ShadowDelta delta = new ShadowDelta(shadow, version(SHIPPED));
    ShadowSums sums = new ShadowSums(replica.database);
    delta.addDropped(5);
    sums.add(delta, FIRST, NOW);
    sums.add(delta, FIRST, NOW);
    assertThat(figures(shadow).dropped()).isEqualTo(5);
    ShadowDelta next = delta.next();
    next.addDropped(2);
    sums.add(next, FIRST, NOW);
    assertThat(figures(shadow).dropped()).isEqualTo(7);
  }

  @ParameterizedTest
  @EnumSource
  void figuresBeginAgainAgainstAnotherActiveRuleSet(Databases kind) throws InterruptedException {
    open(kind.fresh());
    Shadow shadow = start(SHIPPED, generous());
    ShadowWorker worker = worker(FIRST, replica.database);
    decide(worker, dresses(3));
    worker.flush();
    RuleSetFiles other = WITH_TIER;
    replica.activate(replica.keep(other, "other"));
    active.activate(read(other));
    assertThat(figures(shadow).compared()).isZero();
    worker.refresh();
    decide(worker, dresses(2));
    worker.flush();
    ShadowFigures figures = figures(shadow);
    assertThat(figures.against()).isEqualTo(version(other));
    assertThat(figures.compared()).isEqualTo(2);
    int rows =
        replica
            .database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("select count(*) from shadow_sum")
                        .mapTo(Integer.class)
                        .one());
    assertThat(rows).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void whatWaitsWhenItEndsIsCounted(Databases kind) throws InterruptedException {
    open(kind.fresh());
    Shadow shadow = start(SHIPPED, generous());
    ShadowWorker worker = worker(FIRST, replica.database);
    decide(worker, dresses(2));
    dresses(3).forEach(worker.queue()::offer);
    shadows.stop(ANNA);
    worker.refresh();
    ShadowFigures figures = figures(shadows.newest().orElseThrow());
    assertThat(figures.compared()).isEqualTo(2);
    assertThat(figures.dropped()).isEqualTo(3);
    assertThat(figures.against()).isEqualTo(version(SHIPPED));
    worker.queue().offer(dresses(1).get(0));
    assertThat(worker.queue().waiting()).isZero();
    assertThat(metrics.get("redress.shadow.dropped").counter().count()).isEqualTo(3);
    assertThat(shadow.running()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsLostWhileTheDatabaseIsAway(Databases kind) throws InterruptedException {
    open(kind.fresh());
    Shadow shadow = start(SHIPPED, generous());
    Database other = Database.open(kind.fresh());
    ShadowWorker worker = worker(FIRST, other);
    other.jdbi().useHandle(handle -> handle.execute("alter table shadow_sum rename to gone"));
    for (NewEntry entry : dresses(3)) {
      worker.queue().offer(entry);
      try {
        worker.step(Duration.ZERO);
      } catch (JdbiException away) {
        // The dispute was compared before its figures could not be stored.
      }
    }
    assertThatThrownBy(worker::flush).isInstanceOf(JdbiException.class);
    other.jdbi().useHandle(handle -> handle.execute("alter table gone rename to shadow_sum"));
    worker.flush();
    long compared =
        new ShadowSums(other)
            .of(shadow.id()).stream().mapToLong(one -> one.sum().tally().decided()).sum();
    other.close();
    assertThat(compared).isEqualTo(3);
  }

  private static String version(RuleSetFiles files) {
    return read(files).id().version();
  }
}
