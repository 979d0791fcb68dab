package io.redress.check.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.check.invariant.Invariants.Effort;
import io.redress.check.verify.Finding;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.table.TableSheet;
import io.redress.rules.table.TypedRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoveredGapsTest {
  private static final Effort LITTLE = new Effort(1, Duration.ofSeconds(20));

  @Test
  void gapsThatTheFlowCoversAreNoFindings() {
    Admission shipped = admission(shipped());

    assertThat(shipped.verification()).isEmpty();
    assertThat(shipped.matterOfCourse())
        .extracting(Finding::code)
        .contains(Finding.Code.GAP, Finding.Code.OVERLAP);
  }

  @Test
  void gapThatLeavesTheDisputeToAPersonIsAFinding() {
    RuleSetFiles files = shipped();
    TableSheet table = table(files, "untraceable");
    int last = TableSheet.FIRST_ROW + table.rows().size() - 1;
    List<TypedRow> rows =
        IntStream.range(TableSheet.FIRST_ROW, last)
            .mapToObj(row -> new TypedRow(row, null))
            .toList();
    String file = table.table().file();
    byte[] shorter = table.write(files.all().get(file), rows);

    assertThat(admission(files.with(Map.of(file, shorter))).verification())
        .extracting(Finding::code, Finding::table)
        .containsExactly(tuple(Finding.Code.GAP, "untraceable"));
  }

  private static TableSheet table(RuleSetFiles files, String name) {
    return TableSheet.all(files.rules()).stream()
        .filter(sheet -> sheet.table().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static RuleSetFiles shipped() {
    return RuleSetFiles.read(Path.of("rules"), Path.of("test-cases"), new ArrayList<>());
  }

  private static Admission admission(RuleSetFiles files) {
    List<RuleProblem> problems = new ArrayList<>();
    return Admission.of(files, problems, LITTLE);
  }
}
