package io.redress.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.lifecycle.store.Activation;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.database.DatabaseSettings;
import io.redress.platform.database.PostgresServer;
import io.redress.security.audit.Actor;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The history of activations, in both databases. */
@Tag("service")
class ActivationsTest {
  @TempDir private Path folder;

  @Test
  void activationsNameTheirPredecessor() {
    try (Replica replica = new Replica(DatabaseSettings.embedded(folder))) {
      assertHistory(replica);
    }
  }

  @Test
  void activationsNameTheirPredecessorOnPostgresql() {
    try (PostgresServer server = new PostgresServer();
        Replica replica = new Replica(server.fresh())) {
      assertHistory(replica);
    }
  }

  private static void assertHistory(Replica replica) {
    assertThat(replica.ruleSets.activations(0, 10)).isEmpty();
    assertThat(replica.ruleSets.activationCount()).isZero();
    StoredRuleSet first = replica.propose("first");
    StoredRuleSet second = replica.propose("second");
    StoredRuleSet waiting = replica.propose("waiting");
    StoredRuleSet unreadable = replica.save("invariants.yaml", "- broken: [");
    replica.activate(first);
    replica.activate(second);
    replica.activate(first);

    assertThat(replica.ruleSets.activations(0, 10))
        .extracting(
            Activation::number,
            Activation::previousVersion,
            Activation::version,
            Activation::activatedBy)
        .containsExactly(
            tuple(3L, second.version(), first.version(), "test"),
            tuple(2L, first.version(), second.version(), "test"),
            tuple(1L, null, first.version(), "test"));
    assertThat(replica.ruleSets.activations(1, 1))
        .extracting(Activation::number)
        .containsExactly(2L);
    assertThat(replica.ruleSets.activationCount()).isEqualTo(3);
    assertThat(versions(replica, Set.of(RuleSetStatus.ACTIVE))).containsExactly(first.version());
    assertThat(versions(replica, Set.of(RuleSetStatus.RETIRED))).containsExactly(second.version());
    assertThat(versions(replica, Set.of(RuleSetStatus.CANDIDATE)))
        .containsExactly(waiting.version());
    assertThat(versions(replica, Set.of(RuleSetStatus.REJECTED)))
        .containsExactly(unreadable.version());
    assertThat(replica.ruleSets.count(EnumSet.of(RuleSetStatus.ACTIVE, RuleSetStatus.CANDIDATE)))
        .isEqualTo(2);
    assertThat(replica.ruleSets.count()).isEqualTo(4);
    assertThat(replica.ruleSets.needsAnotherPerson(waiting, new Actor("test", "127.0.0.1", "r-1")))
        .isTrue();
    assertThat(
            replica.ruleSets.needsAnotherPerson(
                replica.propose("second"), new Actor("test", "127.0.0.1", "r-1")))
        .isFalse();
    assertThat(AdmissionReport.read(waiting).tests().failed()).isZero();
    assertThat(AdmissionReport.read(unreadable).problems()).isNotEmpty();
    assertThat(AdmissionReport.read(unreadable).json()).isEqualTo(unreadable.report());
  }

  private static List<String> versions(Replica replica, Set<RuleSetStatus> statuses) {
    return replica.ruleSets.page(statuses, 0, 10).stream().map(StoredRuleSet::version).toList();
  }
}
