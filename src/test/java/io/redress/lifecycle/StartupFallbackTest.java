package io.redress.lifecycle;

import static io.redress.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.domain.decision.RuleSetId;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredFile;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.database.Database;
import io.redress.platform.database.DatabaseSettings;
import io.redress.platform.database.DatabaseUnavailable;
import io.redress.platform.database.PostgresServer;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.security.audit.Actor;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Start-up without a database. */
@Tag("service")
class StartupFallbackTest {

  @TempDir private Path data;

  @Test
  void lastKnownGoodRuleSetDecidesUntilTheDatabaseIsBack() {
    try (PostgresServer server = new PostgresServer()) {
      DatabaseSettings shared = server.fresh();
      StoredRuleSet last;
      try (Replica before = new Replica(Database.open(shared), data)) {
        last = before.propose("last");
        before.activate(last);
      }
      server.kill();
      try (Replica alone = new Replica(Database.openOrWait(shared), data)) {
        assertThat(
                alone.fallback.activate(
                    problems -> RuleSetFiles.of(Map.of()), Actor.within("test")))
            .isEmpty();
        assertThat(alone.activeVersion()).contains(last.version());

        StoredRuleSet active = alone.ruleSets.find(RuleSets.ACTIVE).orElseThrow();
        assertThat(active).isEqualTo(last.as(RuleSetStatus.ACTIVE));
        assertThat(alone.ruleSets.find(last.version())).contains(active);
        assertThat(alone.ruleSets.contents(active).hash()).isEqualTo(last.hash());
        assertThat(alone.ruleSets.files(active))
            .extracting(StoredFile::name)
            .contains("promises.xlsx", "letters/en.txt", "test-cases/remark.yaml");
        assertThatThrownBy(() -> alone.ruleSets.find("000000000000"))
            .isInstanceOf(DatabaseUnavailable.class);
        assertThatThrownBy(alone.ruleSets::count).isInstanceOf(DatabaseUnavailable.class);

        server.startAgain();
        await().until(() -> alone.database.outage().isEmpty());
        assertThat(alone.ruleSets.refresh()).isEmpty();
        alone.activate(alone.propose("next"));
        assertThat(alone.activeVersion()).contains(alone.history().get(0));
      }
    }
  }

  @Test
  void folderDecidesIfThereIsNoCopy() {
    try (Replica alone = withoutDatabase()) {
      assertThat(alone.fallback.activate(problems -> Replica.SHIPPED, Actor.within("folder")))
          .isEmpty();
      assertThat(alone.activeVersion()).contains(RuleSetId.of(Replica.SHIPPED.hash()).version());
      assertThat(alone.ruleSets.find(RuleSets.ACTIVE))
          .hasValueSatisfying(active -> assertThat(active.createdBy()).isEqualTo("folder"));
    }
  }

  @Test
  void folderThatIsNotAdmittedDoesNotDecide() {
    RuleSetFiles broken = Replica.SHIPPED.with(Map.of("promises.xlsx", new byte[10]));
    try (Replica alone = withoutDatabase()) {
      assertThat(alone.fallback.activate(problems -> broken, Actor.within("folder"))).isNotEmpty();
      assertThat(alone.activeVersion()).isEmpty();
    }
  }

  private Replica withoutDatabase() {
    var nowhere = DatabaseSettings.postgresql("jdbc:postgresql://localhost:1/redress", "a", "b");
    return new Replica(Database.openOrWait(nowhere), data);
  }
}
