package io.redress.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FloodTest {
  private final List<RuleProblem> problems = new ArrayList<>();

  private void add(int times, String sheet, ProblemCode code) {
    for (int i = 0; i < times; i++) {
      String cell = "A" + (problems.size() + 4);
      problems.add(new RuleProblem("a.xlsx", sheet, cell, null, code, null, "bad.", "Mend it."));
    }
  }

  @Test
  void fewProblemsAreAllTold() {
    add(100, "Fees", ProblemCode.FORMULA);
    add(100, "Fees", ProblemCode.WRONG_TYPE);
    add(100, "Days", ProblemCode.FORMULA);

    assertThat(Flood.shortened(problems)).isEqualTo(problems);
  }

  @Test
  void ofManyTheFirstAreToldAndTheOthersCounted() {
    add(50_000, "Fees", ProblemCode.WRONG_TYPE);
    add(1, "Fees", ProblemCode.FORMULA);

    List<RuleProblem> told = Flood.shortened(problems);

    assertThat(told).hasSize(102).startsWith(problems.get(0)).contains(problems.get(50_000));
    assertThat(told)
        .last()
        .hasToString(
            "a.xlsx, Fees: and 49,900 more of these. Mend the first ones, then look again."
                + " [WRONG_TYPE]");
  }

  @Test
  void noKindIsLostInAFloodOfAnother() {
    for (ProblemCode code : ProblemCode.values()) {
      add(1_000, "Fees", code);
    }
    Collections.shuffle(problems, new Random(1));

    assertThat(Flood.shortened(problems))
        .hasSize(ProblemCode.values().length * 101)
        .extracting(RuleProblem::code)
        .contains(ProblemCode.values());
  }
}
