package io.redress;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.Changes.Kind;
import io.redress.domain.decision.DecisionJson;
import io.redress.domain.decision.RuleSetId;
import io.redress.journal.read.Chains;
import io.redress.journal.read.JournalSearch;
import io.redress.journal.read.SearchQuery;
import io.redress.journal.verify.PastDecisions;
import io.redress.journal.write.DecisionRecord;
import io.redress.lifecycle.ActivationResult;
import io.redress.lifecycle.Replica;
import io.redress.lifecycle.store.Activation;
import io.redress.lifecycle.store.ActivationStore;
import io.redress.lifecycle.store.RuleSetStore;
import io.redress.lifecycle.store.ShadowStore;
import io.redress.platform.database.Database;
import io.redress.platform.database.DatabaseSettings;
import io.redress.platform.database.PostgresServer;
import io.redress.rules.ruleset.OwnFactsRules;
import io.redress.rules.ruleset.RuleSetFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the packaged service again and again, in its start and under load, right after it
 * acknowledged something: each acknowledged decision is in the journal once, each acknowledged
 * upload, activation, cut and destruction has happened, and the journal is whole.
 *
 * <p>{@code mvn -Phard-times verify} kills it a hundred times on each database, at least thirty
 * times after each kind of change.
 */
class KillsIT {
  private static final int KILLS = Integer.getInteger("redress.kills", 3);
  private static final int CLIENTS = 16;

  /** Without a pause, the first requests of each start would take the processor from changes. */
  private static final Duration PAUSE = Duration.ofMillis(100);

  private static final int MAX_MILLIS = 1_500;

  /** One kill in so many comes at any time of the start. */
  private static final int IN_THE_START = 10;

  /** What is acknowledged last before the other kills, in turn. */
  private static final List<Kind> IN_TURN = List.of(Kind.ACTIVATION, Kind.CUT, Kind.UPLOAD);

  /** Milliseconds from an acknowledgement to the kill, at most. */
  private static final int SOON = 20;

  /** Old entries, of which each start that is killed in a cut cuts a part. */
  private static final int OLD = 2_000;

  private static final int OLDEST_DAYS = 2_000;
  private static final int DAYS = 10;

  /** The shipped rules with a fact of the seller's own, by which decisions can be searched. */
  private static final RuleSetFiles RULES =
      RuleSetFiles.read(Path.of("rules"), Path.of("test-cases"), new ArrayList<>())
          .with(
              Map.of(
                  "facts.xlsx",
                  OwnFactsRules.declaring(
                          "name", "use", "type", "values", "label.en", "label.zh", "#")
                      .row("tier", "FACT", "ENUM", "GOLD, SILVER", "Loyalty tier", "会员等级", null)
                      .bytes()));

  @TempDir private Path data;

  private final Random random = new Random(20260305);
  private final Clients clients = new Clients("\"custom\": {\"tier\": \"GOLD\"}, ");
  private final Changes changes = new Changes(clients);

  @Test
  void nothingAcknowledgedIsLostWithTheEmbeddedDatabase() throws Exception {
    killAgainAndAgain(DatabaseSettings.embedded(PackagedJar.activatedData(data)));
  }

  @Test
  void nothingAcknowledgedIsLostWithPostgresql() throws Exception {
    try (PostgresServer server = new PostgresServer()) {
      killAgainAndAgain(server.fresh());
    }
  }

  private void killAgainAndAgain(DatabaseSettings settings) throws Exception {
    int cuts = fill(settings);
    Map<String, String> environment = PackagedJar.environment(settings, data);
    environment.put("REDRESS_RULES_AUTO_ACTIVATE", "false");
    int turn = 0;
    int cut = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      Kind kind = IN_TURN.get(turn % IN_TURN.size());
      if (kill % IN_THE_START == 0) {
        killInTheStart(environment);
      } else if (kind == Kind.CUT) {
        turn++;
        killInACut(environment, ++cut);
      } else {
        turn++;
        killAfter(kind, environment);
      }
    }
    assertThat(cut).isLessThanOrEqualTo(cuts);
    try (var service = PackagedJar.serve(keeping(environment, cut))) {
      clients.sendAgain(service);
      changes.awaitCuts(service);
    }
    assertNothingIsLost(settings);
    PackagedJar.Ended verification =
        PackagedJar.run(Duration.ofHours(1), environment, "", "journal", "verify");
    System.out.println(verification.output());
    assertThat(verification.exitCode()).as(verification.output()).isZero();
  }

  /** Activates the rules, and adds old entries; returns how many cuts they are for. */
  private static int fill(DatabaseSettings settings) {
    int cuts = (KILLS + 1) / IN_TURN.size();
    try (Replica replica = new Replica(settings)) {
      for (int cut = 1; cut <= cuts; cut++) {
        Instant day =
            Instant.now()
                .truncatedTo(ChronoUnit.SECONDS)
                .minus(Duration.ofDays(OLDEST_DAYS - (long) DAYS * cut));
        PastDecisions.journal(replica, RULES, day).dresses("old-" + cut, OLD);
      }
      String version = RuleSetId.of(RULES.hash()).version();
      assertThat(replica.activate(replica.ruleSets.find(version).orElseThrow()))
          .isInstanceOf(ActivationResult.Activated.class);
    }
    return cuts;
  }

  private void killInTheStart(Map<String, String> environment) throws Exception {
    PackagedJar.Service service = PackagedJar.launch(environment);
    Thread.sleep(random.nextInt(2 * MAX_MILLIS));
    service.kill();
  }

  /** Retention begins with the start of the service. */
  private void killInACut(Map<String, String> environment, int cut) throws Exception {
    PackagedJar.Service service = PackagedJar.launch(keeping(environment, cut));
    changes.awaitCut(service);
    kill(service);
  }

  /** What has retention make all cuts up to one. */
  private static Map<String, String> keeping(Map<String, String> environment, int cut) {
    Map<String, String> keeping = new HashMap<>(environment);
    keeping.put("REDRESS_JOURNAL_KEEP", OLDEST_DAYS - DAYS * cut - DAYS / 2 + "d");
    return keeping;
  }

  private void killAfter(Kind kind, Map<String, String> environment) throws Exception {
    PackagedJar.Service service = PackagedJar.serve(environment);
    Clients.Running running = clients.start(service, CLIENTS, PAUSE);
    Changes.Running changing = changes.start(service);
    clients.sendAgain(service);
    changes.awaitNext(kind, service);
    kill(service);
    running.stop();
    changing.stop();
  }

  private void kill(PackagedJar.Service service) throws InterruptedException {
    Thread.sleep(random.nextInt(SOON));
    changes.hitNow();
    service.kill();
  }

  private void assertNothingIsLost(DatabaseSettings settings) {
    Map<UUID, String> kept = new HashMap<>();
    int entries = 0;
    try (Database database = Database.open(settings)) {
      entries = read(database, kept);
      assertShadowsStay(database, entries);
      assertChangesHappened(database);
    }
    long lost =
        clients.acknowledged().entrySet().stream()
            .filter(answer -> !answer.getValue().equals(kept.get(answer.getKey())))
            .count();
    long duplicated = entries - kept.values().stream().distinct().count();
    System.out.printf(
        "%s: %d kills, %d acknowledged, %d kept, %d lost, %d duplicated, p99 %d ms%n",
        settings.kind(),
        KILLS,
        clients.acknowledged().size(),
        entries,
        lost,
        duplicated,
        clients.answeredWithin().toMillis());
    for (Kind kind : Kind.values()) {
      System.out.printf(
          "%s: %d kills right after one of %d acknowledged: %s%n",
          settings.kind(), changes.hit(kind), changes.acknowledged(kind), kind);
      assertThat(changes.acknowledged(kind)).as(kind.name()).isPositive();
    }
    assertThat(clients.wrong()).isEmpty();
    assertThat(clients.acknowledged()).isNotEmpty();
    assertThat(lost).isZero();
    assertThat(duplicated).isZero();
  }

  /** A kill loses at most what was compared since the last flush, and never counts twice. */
  private void assertShadowsStay(Database database, int entries) {
    ShadowStore shadows = new ShadowStore(database);
    String newest = shadows.newest().orElseThrow().id();
    // Ids are in the order of time.
    assertThat(changes.shadowed()).allSatisfy(id -> assertThat(id).isLessThanOrEqualTo(newest));
    List<String> sums =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle.createQuery("select sums from shadow_sum").mapTo(String.class).list());
    long counted =
        sums.stream()
            .map(DecisionJson::read)
            .mapToLong(sum -> sum.at("/tally/found").asLong() + sum.path("dropped").asLong())
            .sum();
    System.out.printf("%d decisions compared with shadows or dropped%n", counted);
    assertThat(counted).isLessThanOrEqualTo(entries);
  }

  private void assertChangesHappened(Database database) {
    RuleSetStore ruleSets = new RuleSetStore(database);
    assertThat(changes.uploaded())
        .allSatisfy(
            version ->
                assertThat(ruleSets.contents(version).hash())
                    .isEqualTo(ruleSets.find(version).orElseThrow().hash()));
    assertThat(new ActivationStore(database).page(0, Integer.MAX_VALUE))
        .extracting(Activation::version)
        .containsAll(changes.activated());
    assertThat(changes.cuts())
        .allSatisfy(
            (chain, through) ->
                assertThat(
                        new Chains(database)
                            .first(chain)
                            .filter(entry -> entry.number() <= through))
                    .isEmpty());
    List<UUID> found =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select decision_id from journal_custom"
                                + " where custom_name = 'tier' and custom_value = 'GOLD'")
                        .mapTo(UUID.class)
                        .list());
    assertThat(new HashSet<>(found)).containsAll(clients.acknowledged().keySet());
    List<String> sealed =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("select dispute_id from personal_key")
                        .mapTo(String.class)
                        .list());
    assertThat(sealed).doesNotContainAnyElementsOf(changes.destroyed());
    List<String> audited =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select subject from audit_event"
                                + " where what = 'PERSONAL_DATA_DESTROYED'")
                        .mapTo(String.class)
                        .list());
    assertThat(new HashSet<>(audited)).containsAll(changes.destroyed());
  }

  /** Reads the chains, and that searches have the same. */
  private static int read(Database database, Map<UUID, String> kept) {
    List<String> entries = new ArrayList<>();
    Chains chains = new Chains(database);
    for (String replica : chains.replicas()) {
      chains.each(
          replica,
          0,
          decision -> {
            DecisionRecord decided = decision.entry().decided();
            entries.add(decided.decisionId() + " " + decided.disputeId());
            if (!decided.disputeId().startsWith("old-")) {
              kept.put(decided.decisionId(), decided.disputeId());
            }
          });
    }
    List<String> found = new ArrayList<>();
    new JournalSearch(database)
        .summaries(SearchQuery.ALL, item -> found.add(item.decisionId() + " " + item.disputeId()));
    assertThat(found).containsExactlyInAnyOrderElementsOf(entries);
    return (int) entries.stream().filter(entry -> !entry.contains(" old-")).count();
  }
}
