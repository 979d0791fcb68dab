package io.redress.check.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.Patience;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.ruleset.ShippedFiles;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.WorkbookFixture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class AdmissionTest {
  private static volatile boolean hanging = true;
  private static boolean flipped;

  @AfterAll
  static void release() {
    hanging = false;
  }

  /** Called by a rule; ignores interrupts. */
  public static void hang() {
    while (hanging) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** Called by a rule; true every other time. */
  public static boolean flips() {
    flipped = !flipped;
    return flipped;
  }

  @Test
  void overlapInUniqueTableBlocksActivation() {
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
  @Timeout(Patience.SECONDS)
  void manyProblemsAreSummarized() {
    WorkbookFixture flood =
        WorkbookFixture.table("extra", "FIRST", "reason", "daysLate", "-> why", "-> resolution");
    for (int row = 0; row < 5_000; row++) {
      flood.row("L\u041EST", "soon", "so", null);
    }

    Admission admission = admission(flood);

    assertThat(admission.problems()).hasSize(4 * 101);
    assertThat(admission.findings())
        .contains(
            "extra.xlsx, extra: and 4,900 more of these. Correct the first ones, then check again."
                + " [OUTCOME_EMPTY]");
    assertThat(admission.summary()).isEqualTo("20000 problems; the rule set cannot be used.");
  }

  @Test
  void unreachableRowIsOnlyAWarning() {
    Admission admission =
        admission(
            WorkbookFixture.table("extra", "FIRST", "reason", "-> why")
                .row("LOST, DAMAGED", "A")
                .row("LOST", "B"));

    assertThat(admission.admitted()).isTrue();
    assertThat(admission.findings())
        .contains(
            "warning: extra.xlsx, extra: row 5 is unreachable: row 4 already matches everything"
                + " that it matches. Move it up, or delete it. [UNREACHABLE]");
    assertThat(admission.summary()).endsWith("0 failed, 0 problems, 1 warning.");
  }

  @Test
  void formatsThatMisleadInTestCasesAreWarnings() {
    List<RuleProblem> problems = new ArrayList<>();
    RuleSetFiles files = RuleSetFiles.read(Path.of("rules"), Path.of("test-cases"), problems);
    byte[] cases =
        new WorkbookFixture()
            .sheet("More")
            .row("Test cases")
            .row()
            .row("id", "title", "disputeType", "order.quantity", "reason", "-> letter.locale")
            .row("more-1", "Twenty", "NOT_RECEIVED", 20, "LOST", "en")
            .with(
                sheet -> {
                  var style = sheet.getWorkbook().createCellStyle();
                  style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("\"> \"0"));
                  sheet.getRow(3).getCell(3).setCellStyle(style);
                })
            .bytes();

    Admission admission = Admission.of(files.with(Map.of("test-cases/more.xlsx", cases)), problems);

    assertThat(admission.problems()).isEmpty();
    assertThat(admission.findings())
        .first()
        .asString()
        .startsWith(
            "warning: test-cases/more.xlsx, More!D4: the format of the cell shows \"> 20\"");
  }

  @Test
  void missingTestCasesBlockActivation(@TempDir Path noTestCases) {
    List<RuleProblem> problems = new ArrayList<>();

    Admission admission =
        Admission.of(RuleSetFiles.read(Path.of("rules"), noTestCases, problems), problems);

    assertThat(admission.activationBlockers())
        .containsExactly(
            "There are no test cases. Add some that say what the rules should decide. [UNTESTED]");
  }

  @ParameterizedTest
  @Timeout(Patience.SECONDS)
  @ValueSource(
      strings = {
        "while (true) {}",
        "Thread.sleep(100000);",
        "while (true) { try { Thread.sleep(1000); } catch (Throwable swallowed) {} }",
        "io.redress.check.admission.AdmissionTest.hang();",
      })
  void endlessRuleIsReportedWithItsNameAndDispute(String consequence) {
    String drl =
        """
        package io.redress.rules
        global io.redress.rules.engine.Draft draft;
        rule "Never ends" salience 1000 when
          io.redress.domain.dispute.Dispute()
        then
          %s
        end
        """
            .formatted(consequence);

    Admission admission = admission("hang.drl", drl.getBytes(StandardCharsets.UTF_8));

    assertThat(admission.admitted()).isFalse();
    assertThat(admission.findings())
        .first()
        .asString()
        .matches(
            "hang.drl:3: the rule \"Never ends\", deciding dispute [\\w-]+,"
                + " has not ended after 2000 ms. Change it so that it ends for all facts. \\[RULES_ENDLESS\\]");
  }

  @Test
  void rulesThatDecideTheSameDisputeDifferentlyBlockActivation() {
    String drl =
        """
        package io.redress.rules
        global io.redress.rules.engine.Draft draft;
        rule "Every other time" salience 65 when
          io.redress.rules.engine.Situation()
        then
          if ( io.redress.check.admission.AdmissionTest.flips() ) {
            draft.leaveToHuman( "NO_RULE_ANSWERS" );
          }
        end
        """;

    Admission admission = admission("flips.drl", drl.getBytes(StandardCharsets.UTF_8));

    assertThat(admission.admitted()).isFalse();
    assertThat(admission.tests().failures())
        .anySatisfy(failed -> assertThat(failed).asString().contains(" as in the first run, was "));
  }

  /** The shipped rules with one more table, which no rule uses. */
  private static Admission admission(WorkbookFixture extra) {
    return admission("extra.xlsx", extra.bytes());
  }

  private static Admission admission(String name, byte[] extra) {
    return Admission.of(ShippedFiles.withFewCases().with(Map.of(name, extra)), List.of());
  }
}
