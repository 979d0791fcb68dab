package io.redress.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.ruleset.ActiveRules;
import org.junit.jupiter.api.Test;

class StartUpLineTest {
  private final ActiveRules active = new ActiveRules();
  private final StartUpLine startUp = new StartUpLine(active);

  @Test
  void itSaysWhereAndByWhichRules() {
    var rules = ShippedRules.whole();
    active.activate(rules);
    assertThat(startUp.line("127.0.0.1", 8080))
        .contains("http://127.0.0.1:8080/v1/decide", rules.id().version());
  }

  @Test
  void itSaysWhenNothingDecidesYet() {
    assertThat(startUp.line("127.0.0.1", 8080)).endsWith("Rule set: none yet.");
  }
}
