package io.redress.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.security.audit.Actor;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FourEyesTest {

  @ParameterizedTest
  @CsvSource({
    "Ed, CANDIDATE, false",
    "ed, CANDIDATE, false",
    "Eva, CANDIDATE, true",
    "Ed, RETIRED, true"
  })
  void proposerMayNotActivateCandidate(String name, RuleSetStatus status, boolean may) {
    StoredRuleSet sent =
        new StoredRuleSet(
            "0123456789ab", "", status, Instant.EPOCH, "Ed", "Why", null, List.of(), "{}");

    assertThat(new FourEyes(() -> true).objection(sent, new Actor(name, "", "request")).isEmpty())
        .isEqualTo(may);
    assertThat(new FourEyes(() -> false).objection(sent, new Actor(name, "", "request"))).isEmpty();
  }
}
