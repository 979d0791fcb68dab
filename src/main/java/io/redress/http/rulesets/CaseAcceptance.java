package io.redress.http.rulesets;

import io.redress.check.admission.CaseRun;
import io.redress.check.testcase.Acceptance;
import io.redress.check.testcase.CaseOutcome;
import io.redress.http.problem.ProblemType;
import io.redress.lifecycle.AdmissionReport;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.RuleProblem;
import io.redress.security.audit.Actor;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Accepts new results of failing test cases: the next stage of a candidate, whose cases pass. */
@Singleton
public class CaseAcceptance {
  private final RuleSets ruleSets;
  private final Proposals proposals;

  CaseAcceptance(RuleSets ruleSets, Proposals proposals) {
    this.ruleSets = ruleSets;
    this.proposals = proposals;
  }

  /**
   * The result of accepting.
   *
   * @param ruleSet the next stage
   * @param accepted ids of the cases that expect their new results now
   * @param problems of cases that a person has to change
   */
  public record Accepted(StoredRuleSet ruleSet, List<String> accepted, List<RuleProblem> problems) {
    public Accepted {
      accepted = List.copyOf(accepted);
      problems = List.copyOf(problems);
    }
  }

  /**
   * @param ids of the cases; all that fail if there are none
   * @throws io.quarkiverse.resteasy.problem.HttpProblem when nothing can be accepted
   */
  public Accepted accept(
      StoredRuleSet candidate, Set<String> ids, @Nullable String comment, Actor by) {
    Set<String> failing =
        AdmissionReport.read(candidate).tests().failures().stream()
            .map(CaseOutcome::id)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> wanted = ids.isEmpty() ? failing : new TreeSet<>(ids);
    if (failing.isEmpty() || !failing.containsAll(wanted)) {
      Set<String> passing = new TreeSet<>(wanted);
      passing.removeAll(failing);
      throw ProblemType.NOT_ACCEPTED.with(
          failing.isEmpty()
              ? "No test case of this rule set fails."
              : "These are no failing test cases of this rule set: "
                  + String.join(", ", passing)
                  + ".");
    }
    List<String> accepted = new ArrayList<>();
    List<RuleProblem> problems = new ArrayList<>();
    StoredRuleSet next =
        proposals
            .of(
                candidate,
                files -> {
                  Acceptance acceptance = CaseRun.accept(rules(candidate), files, wanted);
                  accepted.addAll(acceptance.accepted());
                  problems.addAll(acceptance.problems());
                  return changed(acceptance);
                },
                comment,
                by)
            .ruleSet();
    return new Accepted(next, accepted, problems);
  }

  private RuleSet rules(StoredRuleSet candidate) {
    List<RuleProblem> problems = new ArrayList<>();
    return ruleSets.load(candidate, problems).orElseThrow(() -> Proposals.unreadable(problems));
  }

  private static RuleSetFiles changed(Acceptance acceptance) {
    if (acceptance.accepted().isEmpty()) {
      throw ProblemType.NOT_ACCEPTED.with(
          acceptance.problems().stream()
              .map(RuleProblem::toString)
              .collect(Collectors.joining(" ")),
          "problems",
          acceptance.problems());
    }
    return acceptance.files();
  }
}
