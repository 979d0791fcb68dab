package io.redress.console.cases;

import io.redress.check.admission.CaseRun;
import io.redress.check.testcase.CaseOutcome;
import io.redress.check.testcase.TestCases;
import io.redress.console.Pager;
import io.redress.console.RowsOfTable;
import io.redress.domain.decision.RuleSource;
import io.redress.http.problem.Page;
import io.redress.lifecycle.AdmissionReport;
import io.redress.lifecycle.store.StoredRuleSet;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a rule set's test cases, as people look at it.
 *
 * @param query words that the cases shown have in common
 * @param running the run under way; null when none is
 * @param broken whether the last run broke off
 * @param at when the cases were run
 * @param admitted whether that was when the rule set was admitted
 * @param failed all that failed and are looked for
 * @param passed a page of those that passed and are looked for
 */
record CaseResultsView(
    StoredRuleSet ruleSet,
    String query,
    @Nullable CaseRunProgress running,
    boolean broken,
    Instant at,
    boolean admitted,
    int passedInAll,
    int failedInAll,
    List<CaseView> failed,
    List<CaseView> passed,
    Pager pages,
    List<RowsOfTable> uncovered,
    int uncoveredInAll) {
  private static final int MOST_FAILED = 100;

  static CaseResultsView of(
      StoredRuleSet ruleSet,
      TestCases cases,
      @Nullable CaseRunProgress run,
      String query,
      Page page) {
    CaseRunProgress.Finished finished = run == null ? null : run.finished();
    CaseRun made = finished == null ? null : finished.run();
    AdmissionReport.Tests admission = AdmissionReport.read(ruleSet).tests();
    List<CaseOutcome> outcomes =
        made == null ? cases.outcomes(admission.failures()) : made.report().outcomes();
    List<RuleSource.TableRow> uncovered = made == null ? admission.uncovered() : made.uncovered();
    List<CaseOutcome> found =
        outcomes.stream().filter(outcome -> CaseView.matches(outcome, query)).toList();
    List<CaseOutcome> passed = found.stream().filter(CaseOutcome::passed).toList();
    int failed = (int) outcomes.stream().filter(outcome -> !outcome.passed()).count();
    return new CaseResultsView(
        ruleSet,
        query,
        finished == null ? run : null,
        finished != null && made == null,
        made == null || finished == null ? ruleSet.createdAt() : finished.at(),
        made == null,
        outcomes.size() - failed,
        failed,
        found.stream()
            .filter(outcome -> !outcome.passed())
            .limit(MOST_FAILED)
            .map(outcome -> CaseView.of(ruleSet.version(), outcome, cases))
            .toList(),
        passed.stream()
            .skip(page.offset())
            .limit(page.size())
            .map(outcome -> CaseView.of(ruleSet.version(), outcome, cases))
            .toList(),
        new Pager(
            page.number(),
            page.size(),
            passed.size(),
            "/cases?version="
                + ruleSet.version()
                + "&q="
                + URLEncoder.encode(query, StandardCharsets.UTF_8)
                + "&page=",
            "#passed"),
        RowsOfTable.of(ruleSet.version(), uncovered),
        uncovered.size());
  }

  public String queryParameter() {
    return URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  public boolean none() {
    return passedInAll + failedInAll == 0;
  }

  public boolean nothingFound() {
    return failed.isEmpty() && pages.total() == 0;
  }
}
