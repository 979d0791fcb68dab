package io.redress.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.RuleSetId;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeReader;
import io.redress.rules.assessment.Assessor;
import io.redress.rules.calendar.ShippedCalendar;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.WorkbookFixture;
import io.redress.rules.table.Tables;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Decisions of a rule set whose only table answers every dispute in the same way. */
final class Answered {
  private static final String FLOW =
      """
      package io.redress.rules
      import io.redress.domain.dispute.Dispute;
      import io.redress.rules.engine.Resolution;
      global io.redress.rules.engine.Draft draft;
      rule "Answer" salience 2 when Dispute() then draft.ask("answer"); end
      rule "Grant nothing twice" salience 1 when Resolution() then draft.refundWhatIsDue(); draft.grantNothingTwice(); end
      rule "Make it sound" when Resolution() then draft.makeSound(); end
      """;

  private final Map<String, Object> outcomes = new TreeMap<>();

  /**
   * @param resolution what the table answers
   */
  static Answered with(String resolution) {
    return new Answered().and("resolution", resolution);
  }

  Answered and(String outcome, Object value) {
    outcomes.put(outcome, value);
    return this;
  }

  /**
   * @param facts in YAML, without braces; {@code reason} and {@code disputeType} are those of
   *     defective goods unless given
   */
  Decision on(String facts) {
    List<String> columns = new ArrayList<>(List.of("reason"));
    List<Object> cells = new ArrayList<>();
    cells.add(null);
    columns.add("-> situation");
    cells.add("FAULTY");
    outcomes.forEach(
        (name, value) -> {
          columns.add("-> " + name);
          cells.add(value);
        });
    Map<String, byte[]> files =
        Map.of(
            "answer.xlsx",
            WorkbookFixture.table("answer", "FIRST", columns.toArray(String[]::new))
                .row(cells.toArray())
                .bytes(),
            "flow.drl",
            FLOW.getBytes(StandardCharsets.UTF_8));
    List<RuleProblem> problems = new ArrayList<>();
    Tables tables = Tables.read(files, problems);
    CompiledRules rules = RuleCompiler.compile(files, tables, problems).orElseThrow();
    assertThat(problems).isEmpty();
    return rules.decide(
        new Assessor(ShippedCalendar.CALENDARS).assess(dispute(facts)),
        tables,
        ShippedCalendar.CALENDARS,
        RuleSetId.of("0".repeat(64)),
        Duration.ofSeconds(20));
  }

  static Dispute dispute(String facts) {
    String type =
        facts.contains("disputeType") ? "" : "disputeType: NOT_AS_DESCRIBED, reason: DEFECTIVE, ";
    try {
      return DisputeReader.read(
              new YAMLMapper().readTree("{disputeId: d-1, " + type + facts + "}"),
              country -> LocalDate.of(2030, 1, 1))
          .fold(
              dispute -> dispute,
              problems -> {
                throw new AssertionError(problems);
              });
    } catch (JsonProcessingException typo) {
      throw new AssertionError(typo);
    }
  }
}
