package io.redress.rules.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrayFilesTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          promises.xlsm,      MACROS
          promises.XLSM,      MACROS
          promises.xls,       NOT_A_WORKBOOK
          promises.XLSX,      NOT_A_WORKBOOK
          promises.ods,       NOT_A_WORKBOOK
          promises.csv,       NOT_A_WORKBOOK
          hand-over.drl.xls,  NOT_A_WORKBOOK
          flow.DRL,           UNKNOWN_FILE
          invariant.yaml,     UNKNOWN_FILE
          invariants.yml,     UNKNOWN_FILE
          letters/fr.docx,    UNKNOWN_FILE
          letters/FR.TXT,     UNKNOWN_FILE
          letter/fr.txt,      UNKNOWN_FILE
          Letters/fr.txt,     UNKNOWN_FILE
          'prom\u200Bises.xlsx', BAD_FILE_NAME
          """)
  void filesThatWouldBeIgnoredAreReported(String name, ProblemCode code) {
    assertThat(StrayFiles.among(List.of(name))).extracting(RuleProblem::code).containsExactly(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "flow.drl",
        "promises.xlsx",
        "hand-over.drl.xlsx",
        "letters/pt-BR.txt",
        "invariants.yaml",
        "README.md",
        "LICENSE"
      })
  void ruleFilesAndUnrelatedFilesAreAccepted(String name) {
    assertThat(StrayFiles.among(List.of(name))).isEmpty();
  }

  @Test
  void namesAreShownEscaped() {
    assertThat(StrayFiles.among(List.of("\u001B[2J.xlsx")))
        .singleElement()
        .hasToString(
            "\\u001B[2J.xlsx: the name holds an invisible character. Rename the file."
                + " [BAD_FILE_NAME]");
  }
}
