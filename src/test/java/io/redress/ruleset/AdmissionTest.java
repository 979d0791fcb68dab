package io.redress.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.source.RuleProblem;
import io.redress.source.WorkbookFixture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  @Test
  void aTableThatContradictsItselfMayNotDecide() {
    Admission admission =
        admission(
            WorkbookFixture.table("extra", "UNIQUE", "reason", "-> why")
                .row("LOST", "A")
                .row("LOST, DAMAGED", "B"));

    assertThat(admission.admitted()).isFalse();
    assertThat(admission.ruleSet()).isEmpty();
    assertThat(admission.findings())
        .first()
        .asString()
        .startsWith("error: extra.xlsx, extra: rows 4 and 5 both match reason LOST");
    assertThat(admission.summary()).endsWith("0 failed, 1 problem, 0 warnings.");
  }

  @Test
  void aRowInVainIsToldAndDoesNoHarm() {
    Admission admission =
        admission(
            WorkbookFixture.table("extra", "FIRST", "reason", "-> why")
                .row("LOST, DAMAGED", "A")
                .row("LOST", "B"));

    assertThat(admission.admitted()).isTrue();
    assertThat(admission.findings())
        .contains(
            "warning: extra.xlsx, extra: row 5 can never answer: row 4 already matches all that it"
                + " does. Move it up, or delete it.");
    assertThat(admission.summary()).endsWith("0 failed, 0 problems, 1 warning.");
  }

  /** The shipped rules with one table more, which nothing asks. */
  private static Admission admission(WorkbookFixture extra) {
    List<RuleProblem> problems = new ArrayList<>();
    RuleSetFiles files = RuleSetFiles.read(Path.of("rules"), Path.of("test-cases"), problems);
    return Admission.of(files.with(Map.of("extra.xlsx", extra.bytes())), problems);
  }
}
