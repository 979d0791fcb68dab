package io.redress.console.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.Patience;
import io.redress.check.testcase.TestCases;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredRuleSet;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CaseRunsTest {
  private static final TestCases NONE = TestCases.read(Map.of(), new ArrayList<>());

  private final CountDownLatch readable = new CountDownLatch(1);
  private final CaseRuns runs =
      new CaseRuns(
          ruleSet -> {
            awaitReadable();
            return Optional.empty();
          },
          Clock.systemUTC());

  private void awaitReadable() {
    try {
      readable.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void oneCallerLeavesRoomForOthers() {
    List<String> begun = new ArrayList<>();
    for (int run = 0; run < 20; run++) {
      String version = "a" + run;
      runs.begin(ruleSet(version), NONE, "anna").ifPresent(one -> begun.add(version));
    }
    assertThat(begun).containsExactly("a0", "a1", "a2", "a3");
    assertThat(runs.begin(ruleSet("a0"), NONE, "anna")).as("in progress").isEqualTo(runs.of("a0"));
    assertThat(runs.begin(ruleSet("b"), NONE, "ben")).isPresent();
    assertThat(runs.of("a4")).isEmpty();

    readable.countDown();
    Patience.await().until(() -> runs.begin(ruleSet("a4"), NONE, "anna").isPresent());
    runs.stop();
  }

  private static StoredRuleSet ruleSet(String version) {
    return new StoredRuleSet(
        version,
        version,
        RuleSetStatus.CANDIDATE,
        Instant.EPOCH,
        "anna",
        "",
        null,
        List.of(),
        "{}");
  }
}
