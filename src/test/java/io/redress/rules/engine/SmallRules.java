package io.redress.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.domain.decision.Decision;
import io.redress.domain.decision.RuleSetId;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeReader;
import io.redress.rules.assessment.Assessor;
import io.redress.rules.calendar.Calendars;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.WorkbookFixture;
import io.redress.rules.table.Tables;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rule sets of one rule, with a table {@code answer} and a dispute. */
final class SmallRules {
  static final Duration LIMIT = Duration.ofMillis(200);

  private static final Calendars CALENDARS =
      Calendars.read(RuleSetFiles.folder(Path.of("rules"), new ArrayList<>()), new ArrayList<>());
  private static final RuleSetId ID = RuleSetId.of("0".repeat(64));
  private static final Tables TABLES =
      Tables.read(
          Map.of(
              "answer.xlsx",
              WorkbookFixture.table("answer", "FIRST", "reason", "-> situation", "-> resolution")
                  .row(null, "S", "FULL_REFUND")
                  .bytes()),
          new ArrayList<>());
  private static final Dispute DISPUTE =
      DisputeReader.read(
              """
              {"disputeId": "d-1", "asOf": "2026-05-11",
               "disputeType": "NOT_RECEIVED", "reason": "LOST"}
              """
                  .getBytes(StandardCharsets.UTF_8),
              country -> LocalDate.of(2026, 5, 11))
          .fold(
              dispute -> dispute,
              problems -> {
                throw new AssertionError(problems);
              });

  private SmallRules() {}

  /** Returns DRL with a rule of this consequence, and another one that asks the table. */
  static String rule(String consequence) {
    return """
    package io.redress.rules
    global io.redress.rules.engine.Draft draft;
    declare Marker end
    rule "Answers" salience 2 when io.redress.domain.dispute.Dispute() then
      draft.ask("answer");
    end
    rule "Does more" salience 1 when io.redress.domain.dispute.Dispute() then
      %s
    end
    """
        .formatted(consequence);
  }

  static Map<String, byte[]> files(String drl) {
    return Map.of("small.drl", drl.getBytes(StandardCharsets.UTF_8));
  }

  static CompiledRules compiled(String drl) {
    List<RuleProblem> problems = new ArrayList<>();
    var rules = RuleCompiler.compile(files(drl), TABLES, problems);
    assertThat(problems).isEmpty();
    return rules.orElseThrow();
  }

  static Decision decide(CompiledRules rules) {
    return decide(rules, LIMIT);
  }

  /**
   * @param limit long where the rules end: a busy machine may take a while
   */
  static Decision decide(CompiledRules rules, Duration limit) {
    return rules.decide(new Assessor(CALENDARS).assess(DISPUTE), TABLES, CALENDARS, ID, limit);
  }
}
