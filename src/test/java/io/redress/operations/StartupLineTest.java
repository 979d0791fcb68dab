package io.redress.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.lifecycle.ActiveRules;
import io.redress.rules.ruleset.ShippedRules;
import org.junit.jupiter.api.Test;

class StartupLineTest {
  private final ActiveRules active = new ActiveRules();
  private final StartupLine startUp = new StartupLine(active);

  @Test
  void lineNamesApiConsoleAndRuleSet() {
    var rules = ShippedRules.whole();
    active.activate(rules);
    assertThat(startUp.line("127.0.0.1", 8080))
        .contains("http://127.0.0.1:8080/v1/decide", "Console: http://127.0.0.1:8080/,")
        .contains(rules.id().version());
  }

  @Test
  void lineSaysIfNoRuleSetIsActive() {
    assertThat(startUp.line("127.0.0.1", 8080)).endsWith("Rule set: none yet.");
  }
}
