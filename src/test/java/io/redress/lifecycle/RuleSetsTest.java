package io.redress.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.lifecycle.store.Activation;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.database.DatabaseSettings;
import io.redress.platform.database.PostgresServer;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import io.redress.security.audit.Actor;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule sets in both databases, with one replica and with several that share a database. */
@Tag("service")
class RuleSetsTest {
  private static PostgresServer server;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    server = new PostgresServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void activeRuleSetSurvivesRestart() {
    String version;
    try (Replica before = new Replica(embedded())) {
      version = before.propose("kept").version();
      before.activate(before.propose("kept"));
    }
    try (Replica after = new Replica(embedded())) {
      assertThat(after.ruleSets.refresh()).isEmpty();
      assertThat(after.activeVersion()).contains(version);
      assertThat(after.ruleSets.find("active"))
          .map(StoredRuleSet::status)
          .contains(RuleSetStatus.ACTIVE);
    }
  }

  /** The process may die after each step; the next one finds the old rule set or the new one. */
  @Test
  void killAtAnyStepLeavesTheOldOrTheNewRuleSet() {
    StoredRuleSet old;
    StoredRuleSet fresh;
    try (Replica killed = new Replica(embedded())) {
      old = killed.propose("old");
      killed.activate(old);
      fresh = killed.propose("new");
    }
    try (Replica afterTheProposal = new Replica(embedded())) {
      afterTheProposal.ruleSets.refresh();
      assertThat(afterTheProposal.activeVersion()).contains(old.version());
      afterTheProposal.activations.add(
          new Activation(2, null, fresh.version(), Instant.now(), "test"),
          Actor.within("test"),
          Map.of());
      assertThat(afterTheProposal.activeVersion()).contains(old.version());
    }
    try (Replica afterTheActivation = new Replica(embedded())) {
      afterTheActivation.ruleSets.refresh();
      assertThat(afterTheActivation.activeVersion()).contains(fresh.version());
      assertThat(afterTheActivation.history()).containsExactly(fresh.version(), old.version());
    }
  }

  @Test
  void unreadableRuleSetIsStoredAsRejected() {
    try (Replica replica = new Replica(embedded())) {
      replica.activate(replica.propose("good"));
      Optional<String> before = replica.activeVersion();
      StoredRuleSet rejected = replica.save("invariants.yaml", "- broken: [");

      assertThat(rejected.status()).isEqualTo(RuleSetStatus.REJECTED);
      assertThat(replica.activate(rejected)).isInstanceOf(ActivationResult.Refused.class);
      assertThat(replica.activeVersion()).isEqualTo(before);
    }
  }

  @Test
  void lastReadableRuleSetDecidesIfTheActiveOneIsCorrupt() {
    try (Replica replica = new Replica(embedded())) {
      StoredRuleSet good = replica.propose("good");
      StoredRuleSet corrupt = replica.propose("corrupt");
      replica.activate(good);
      replica.activate(corrupt);
      replica
          .database
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      "delete from rule_set_file where version = ? and name = 'promises.xlsx'",
                      corrupt.version()));
    }
    try (Replica restarted = new Replica(embedded())) {
      List<RuleProblem> problems = restarted.ruleSets.refresh();
      assertThat(problems).extracting(RuleProblem::code).containsExactly(ProblemCode.CORRUPT);
      assertThat(restarted.activeVersion())
          .isEqualTo(restarted.history().stream().skip(1).findFirst());
      assertThat(restarted.alarm()).hasValueSatisfying(why -> assertThat(why).contains("CORRUPT"));

      StoredRuleSet corrupt = restarted.ruleSets.find(RuleSets.ACTIVE).orElseThrow();
      assertThat(restarted.activate(corrupt)).isInstanceOf(ActivationResult.Refused.class);
      assertThat(restarted.alarm()).isPresent();

      restarted.activate(restarted.propose("better"));
      assertThat(restarted.alarm()).isEmpty();
    }
  }

  @Test
  void activatingTheActiveRuleSetAddsNoActivation() {
    try (Replica replica = new Replica(embedded())) {
      StoredRuleSet good = replica.propose("good");
      replica.activate(good);
      for (Set<String> expected : List.of(Set.<String>of(), Set.of(good.version()))) {
        assertThat(
                replica.ruleSets.activate(good, expected, Activator.of(Actor.within("impatient"))))
            .isInstanceOf(ActivationResult.Activated.class);
      }
      assertThat(replica.history()).containsExactly(good.version());
    }
  }

  @Test
  void oneOfManyConcurrentActivationsWins() throws Exception {
    DatabaseSettings shared = server.fresh();
    try (Replica one = new Replica(shared);
        Replica other = new Replica(shared)) {
      StoredRuleSet before = one.propose("before");
      one.activate(before);
      List<StoredRuleSet> candidates = List.of(one.propose("left"), one.propose("right"));
      List<Replica> replicas = List.of(one, other);
      var clients = Executors.newFixedThreadPool(8);
      try {
        List<Callable<ActivationResult>> calls =
            IntStream.range(0, 8)
                .mapToObj(
                    i ->
                        (Callable<ActivationResult>)
                            () ->
                                replicas
                                    .get(i % 2)
                                    .ruleSets
                                    .activate(
                                        candidates.get(i / 2 % 2),
                                        Set.of(before.version()),
                                        Activator.of(Actor.within("client " + i))))
                .toList();
        long activated = 0;
        for (var call : clients.invokeAll(calls)) {
          activated += call.get() instanceof ActivationResult.Activated ? 1 : 0;
        }
        assertThat(activated).isEqualTo(1);
        assertThat(one.history()).hasSize(2).endsWith(before.version());
      } finally {
        clients.shutdown();
      }
    }
  }

  private DatabaseSettings embedded() {
    return DatabaseSettings.embedded(folder);
  }
}
