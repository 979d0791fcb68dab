package io.redress.check.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.WorkbookFixture;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.Facts;
import io.redress.rules.table.Tables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads tables from workbooks and analyses them. */
final class VerificationFixture {
  private VerificationFixture() {}

  static List<DecisionTable> tables(WorkbookFixture workbook) {
    List<RuleProblem> problems = new ArrayList<>();
    var tables = Tables.read(Map.of("a.xlsx", workbook.bytes()), problems).all();
    assertThat(problems).isEmpty();
    return List.copyOf(tables);
  }

  static List<Finding> findings(WorkbookFixture workbook) {
    return Verification.of(tables(workbook));
  }

  /** All findings of a code. */
  static List<Finding> findings(WorkbookFixture workbook, Finding.Code code) {
    return findings(workbook).stream().filter(found -> found.code() == code).toList();
  }

  /** Rows whose order decides. */
  static List<Finding> overlaps(WorkbookFixture workbook) {
    return Verification.overlaps(tables(workbook), Duration.ofSeconds(5));
  }

  static Facts facts(Map<String, Object> example) {
    return term -> example.get(term.name());
  }
}
