package io.redress.check.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.WorkbookFixture;
import io.redress.rules.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads tables from workbooks and compares them. */
final class ComparisonFixture {
  private ComparisonFixture() {}

  static RuleSetChanges changes(WorkbookFixture before, WorkbookFixture after) {
    Map<String, byte[]> filesBefore = Map.of("a.xlsx", before.bytes());
    Map<String, byte[]> filesAfter = Map.of("a.xlsx", after.bytes());
    return RuleSetChanges.between(filesBefore, tables(filesBefore), filesAfter, tables(filesAfter));
  }

  /** The change of the only changed table. */
  static TableChange change(WorkbookFixture before, WorkbookFixture after) {
    assertThat(changes(before, after).tables()).hasSize(1);
    return changes(before, after).tables().get(0);
  }

  static List<String> sentences(WorkbookFixture before, WorkbookFixture after) {
    OutcomeChanges outcomes = change(before, after).outcomes();
    assertThat(outcomes.finished()).isTrue();
    return outcomes.regions().stream().map(region -> region.sentence().toString()).toList();
  }

  static Tables tables(Map<String, byte[]> files) {
    List<RuleProblem> problems = new ArrayList<>();
    Tables tables = Tables.read(files, problems);
    assertThat(problems).isEmpty();
    return tables;
  }
}
