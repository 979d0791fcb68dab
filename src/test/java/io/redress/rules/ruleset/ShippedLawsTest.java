package io.redress.rules.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.check.admission.Admission;
import io.redress.rules.source.RuleProblem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** That they obey all laws is tested by {@code redress check}, see {@code CommandLineIT}. */
class ShippedLawsTest {
  private final List<RuleProblem> problems = new ArrayList<>();
  private final RuleSetFiles shipped =
      RuleSetFiles.read(Path.of("rules"), Path.of("test-cases"), problems);

  @Test
  void ruleSetThatViolatesALawCannotBeActivated() {
    String law = "- id: no-goodwill\n  law: No discounts.\n  then: {nextOrderDiscountPercent: 0}\n";

    Admission admission =
        Admission.of(
            shipped.with(Map.of(RuleSetFiles.INVARIANTS, law.getBytes(StandardCharsets.UTF_8))),
            problems);

    assertThat(admission.ruleSet()).isEmpty();
    assertThat(admission.findings())
        .anySatisfy(
            finding ->
                assertThat(finding)
                    .startsWith("invariants.yaml:1: no-goodwill is violated. No discounts."));
    assertThat(admission.summary())
        .contains("1 law checked on ", " decisions, 1 violated, ", " 0 problems");
  }
}
