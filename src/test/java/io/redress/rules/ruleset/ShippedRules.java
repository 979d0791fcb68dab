package io.redress.rules.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.rules.source.RuleProblem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The shipped rule set, valid or broken. */
public final class ShippedRules {
  /** The item for which the broken rules fail. */
  public static final String BREAKING = "nitroglycerin";

  private static final String BOMB =
      """
      package io.redress.rules
      rule "Fails" salience 1000
      when
        io.redress.domain.dispute.Dispute( order.item == "%s" )
      then
        %s
      end
      """;

  private ShippedRules() {}

  public static RuleSet whole() {
    return with(Map.of());
  }

  public static RuleSet broken() {
    return doing("throw new IllegalStateException(\"boom\");");
  }

  /** Returns the shipped rule set with an extra rule of this consequence. */
  public static RuleSet doing(String consequence) {
    String bomb = BOMB.formatted(BREAKING, consequence);
    return with(Map.of("bomb.drl", bomb.getBytes(StandardCharsets.UTF_8)));
  }

  private static RuleSet with(Map<String, byte[]> more) {
    List<RuleProblem> problems = new ArrayList<>();
    RuleSetFiles files = RuleSetFiles.read(Path.of("rules"), Path.of("test-cases"), problems);
    RuleSet rules = RuleSet.read(files.with(more), problems).orElse(null);
    assertThat(problems).isEmpty();
    return rules;
  }
}
