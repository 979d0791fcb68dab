package io.redress.rules.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemListTest {
  private final ProblemList problems = new ProblemList();

  private void add(int times, String sheet, ProblemCode code) {
    for (int i = 0; i < times; i++) {
      String cell = "A" + (problems.found() + 4);
      problems.add(new RuleProblem("a.xlsx", sheet, cell, null, code, null, "bad.", "Mend it."));
    }
  }

  @Test
  void fewProblemsAreAllListed() {
    add(100, "Fees", ProblemCode.FORMULA);
    add(100, "Fees", ProblemCode.WRONG_TYPE);
    add(100, "Days", ProblemCode.FORMULA);

    assertThat(problems).hasSize(300).hasSize(problems.found());
    assertThat(problems).extracting(RuleProblem::cell).startsWith("A4").endsWith("A303");
  }

  @Test
  void firstProblemsAreListedAndTheRestCounted() {
    add(50_000, "Fees", ProblemCode.WRONG_TYPE);
    add(1, "Fees", ProblemCode.FORMULA);

    assertThat(problems.found()).isEqualTo(50_001);
    assertThat(problems).hasSize(102).extracting(RuleProblem::code).contains(ProblemCode.FORMULA);
    assertThat(problems)
        .last()
        .hasToString(
            "a.xlsx, Fees: and 49,900 more of these. Correct the first ones, then check again."
                + " [WRONG_TYPE]");
  }

  @Test
  void eachKindIsListedDespiteManyOfAnother() {
    for (int i = 0; i < 1_000; i++) {
      for (ProblemCode code : ProblemCode.values()) {
        add(1, "Fees", code);
      }
    }

    assertThat(List.copyOf(problems))
        .hasSize(ProblemCode.values().length * 101)
        .extracting(RuleProblem::code)
        .contains(ProblemCode.values());
  }

  @Test
  void filesOfAFolderThatCannotBeReadAreNotMissed() {
    problems.add(missing("flow.drl", ProblemCode.FILE_MISSING));
    assertThat(problems.causesFirst()).hasSize(1);

    problems.add(missing("rules", ProblemCode.FOLDER_MISSING));

    assertThat(problems.causesFirst()).extracting(RuleProblem::file).containsExactly("rules");
  }

  private static RuleProblem missing(String file, ProblemCode code) {
    return RuleProblem.ofFile(file, code, "is missing.", "Add it.");
  }
}
