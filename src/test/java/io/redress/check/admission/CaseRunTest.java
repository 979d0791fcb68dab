package io.redress.check.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.check.scenario.FactTree;
import io.redress.check.testcase.CaseOutcome;
import io.redress.check.testcase.ExpectedPart;
import io.redress.check.testcase.NewCase;
import io.redress.check.testcase.TestCases;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.DecisionJson;
import io.redress.domain.dispute.Dispute;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.RuleProblem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CaseRunTest {
  private static final ObjectMapper JSON = DecisionJson.mapper();
  private static final RuleSetFiles SHIPPED =
      RuleSetFiles.read(Path.of("rules"), Path.of("test-cases"), new ArrayList<>());

  private static RuleSet rules;
  private static TestCases cases;

  @BeforeAll
  static void read() {
    rules = RuleSet.read(SHIPPED, new ArrayList<>()).orElseThrow();
    cases = TestCases.read(SHIPPED.testCases(), new ArrayList<>());
  }

  @Test
  void progressReportsCasesInOrder() {
    List<CaseOutcome> reported = new ArrayList<>();

    CaseRun run = CaseRun.of(rules, cases, reported::add);

    assertThat(run.report().outcomes())
        .isEqualTo(reported)
        .hasSize(cases.size())
        .allMatch(CaseOutcome::passed);
    assertThat(run.uncovered()).isEmpty();
    assertThat(run.problems()).isEmpty();
  }

  @Test
  void singleCaseLeavesOtherRowsUncovered() {
    CaseRun run = CaseRun.of(rules, cases.only("dress-1"), outcome -> {});

    assertThat(run.report().outcomes()).extracting(CaseOutcome::id).containsExactly("dress-1");
    assertThat(run.uncovered()).isNotEmpty().noneMatch(row -> row.rule().equals("moving row 10"));
    assertThat(cases.only("unknown").ids()).isEmpty();
  }

  @Test
  void caseMadeFromDecisionPasses() {
    StringBuilder file = new StringBuilder();
    List<String> ids = new ArrayList<>();
    for (Dispute dispute : cases.disputes()) {
      NewCase fresh = caseOf(dispute, NewCase.freeId(ids, dispute.reason().name()));
      ids.add(fresh.id());
      file.append(fresh.yaml());
    }

    TestCases written = read(file.toString().getBytes(StandardCharsets.UTF_8));

    assertThat(written.ids()).isEqualTo(ids).hasSizeGreaterThan(300);
    assertThat(CaseRun.of(rules, written, outcome -> {}).report().failures()).isEmpty();
  }

  @Test
  void newCaseIsAppendedAndLeavesTheRestUnchanged() {
    byte[] file = "# Ours\n- {id: a, title: A}".getBytes(StandardCharsets.UTF_8);
    NewCase fresh = caseOf(cases.disputes().get(0), "fresh");

    assertThat(new String(fresh.addedTo(file), StandardCharsets.UTF_8))
        .startsWith("# Ours\n- {id: a, title: A}\n- id: fresh\n");
    assertThat(fresh.addedTo(new byte[0])).isEqualTo(fresh.yaml().getBytes(StandardCharsets.UTF_8));
  }

  private static NewCase caseOf(Dispute dispute, String id) {
    Decision decision = rules.decide(dispute);
    ObjectNode facts = FactTree.of(dispute).json();
    return NewCase.of(
        id,
        "Decided: so",
        "decision 1",
        facts,
        JSON.valueToTree(decision),
        EnumSet.allOf(ExpectedPart.class));
  }

  private static TestCases read(byte[] yaml) {
    List<RuleProblem> problems = new ArrayList<>();
    TestCases read = TestCases.read(Map.of("fresh.yaml", yaml), problems);
    assertThat(problems).isEmpty();
    return read;
  }
}
