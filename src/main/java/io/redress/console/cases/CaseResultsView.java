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
 * The test results of a rule set, for its page.
 *
 * @param query words that all shown test cases contain
 * @param running the current run; null if none
 * @param interrupted whether the last run did not finish
 * @param at when the test cases were run
 * @param checkedOnUpload whether that was the check on upload
 * @param failed the failed test cases that match the query
 * @param passed a page of the passed test cases that match the query
 */
record CaseResultsView(
    StoredRuleSet ruleSet,
    String query,
    @Nullable CaseRunProgress running,
    boolean interrupted,
    Instant at,
    boolean checkedOnUpload,
    int passedCount,
    int failedCount,
    List<CaseView> failed,
    List<CaseView> passed,
    Pager pages,
    List<RowsOfTable> uncovered,
    int uncoveredCount) {
  private static final int MAX_FAILED = 100;

  static CaseResultsView of(
      StoredRuleSet ruleSet,
      TestCases cases,
      @Nullable CaseRunProgress run,
      String query,
      Page page) {
    CaseRunProgress.Finished finished = run == null ? null : run.finished();
    CaseRun result = finished == null ? null : finished.run();
    AdmissionReport.Tests admission = AdmissionReport.read(ruleSet).tests();
    List<CaseOutcome> outcomes =
        result == null ? cases.outcomes(admission.failures()) : result.report().outcomes();
    List<RuleSource.TableRow> uncovered =
        result == null ? admission.uncovered() : result.uncovered();
    List<CaseOutcome> found =
        outcomes.stream().filter(outcome -> CaseView.matches(outcome, query)).toList();
    List<CaseOutcome> passed = found.stream().filter(CaseOutcome::passed).toList();
    int failed = (int) outcomes.stream().filter(outcome -> !outcome.passed()).count();
    return new CaseResultsView(
        ruleSet,
        query,
        finished == null ? run : null,
        finished != null && result == null,
        result == null || finished == null ? ruleSet.createdAt() : finished.at(),
        result == null,
        outcomes.size() - failed,
        failed,
        found.stream()
            .filter(outcome -> !outcome.passed())
            .limit(MAX_FAILED)
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
    return passedCount + failedCount == 0;
  }

  public boolean nothingFound() {
    return failed.isEmpty() && pages.total() == 0;
  }
}
