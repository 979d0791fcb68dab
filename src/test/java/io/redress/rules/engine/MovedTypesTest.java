package io.redress.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovedTypesTest {
  private static final String OLD_IMPORTS =
      """
      import io.redress.dispute.Dispute;
      import io.redress.dispute.DisputeType;
      import io.redress.engine.Draft;
      import io.redress.engine.Resolution;
      import io.redress.engine.Situation;
      import io.redress.engine.Verdict;
      """;

  @Test
  void rulesOfTheFirstReleaseStillCompile() {
    String drl = "package io.redress.rules\n" + OLD_IMPORTS + "rule old when Dispute() then end\n";

    assertThat(SmallRules.compiled(drl).base().getKiePackage("io.redress.rules").getRules())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.redress.decision.ActionType",
        "io.redress.domain.decision.ActionType",
        "io.redress.decision.*",
        "io.redress.domain.decision.*"
      })
  void actionTypesAreFoundWhereTheyOnceWere(String imported) {
    String drl =
        "package io.redress.rules\nimport io.redress.engine.Resolution;\nimport %s;\n"
                .formatted(imported)
            + "rule old when Resolution( type == ActionType.REJECT ) then end\n";

    assertThat(SmallRules.compiled(drl).base().getKiePackage("io.redress.rules").getRules())
        .hasSize(1);
    assertThat(MovedTypes.renamed(drl)).hasLineCount(4);
  }

  @Test
  void linesStayWhereTheyAre() {
    assertThat(MovedTypes.renamed(OLD_IMPORTS)).hasLineCount(6).doesNotContain("redress.engine");
  }

  @Test
  void otherNamesStay() {
    String drl = "package io.redress.engine\n// io.redress.decisions.X\nimport io.redress.rules.A;";

    assertThat(MovedTypes.renamed(drl)).isEqualTo(drl);
  }
}
