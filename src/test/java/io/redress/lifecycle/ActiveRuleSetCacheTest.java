package io.redress.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.domain.decision.RuleSetId;
import io.redress.lifecycle.store.LastKnownGoodFile;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.request.LogLines;
import io.redress.rules.ruleset.RuleSet;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActiveRuleSetCacheTest {
  @TempDir private Path folder;

  @Test
  void unreadableFilesDoNotPreventActivationAndAreLoggedRedacted() {
    ActiveRules active = new ActiveRules();
    RuleSet rules = RuleSet.read(Replica.SHIPPED, new ArrayList<>()).orElseThrow();
    try (LogLines log = LogLines.recording()) {
      new ActiveRuleSetCache(active, new LastKnownGoodFile(folder))
          .activate(
              stored(rules.id()),
              rules,
              () -> {
                throw new Quoting("Value too long: 'Anna'");
              });
      assertThat(active.current()).contains(rules);
      assertThat(log.with("Rule set " + rules.id().version() + " could not be copied")).hasSize(1);
      assertThat(log.with("Anna")).isEmpty();
    }
  }

  private static StoredRuleSet stored(RuleSetId id) {
    return new StoredRuleSet(
        id.version(),
        id.hash(),
        RuleSetStatus.ACTIVE,
        Instant.parse("2026-11-24T20:00:00Z"),
        "test",
        "",
        null,
        List.of(),
        "{}");
  }

  /** An exception that quotes data, as databases do. */
  private static final class Quoting extends JdbiException {
    private static final long serialVersionUID = 1;

    Quoting(String message) {
      super(message);
    }
  }
}
