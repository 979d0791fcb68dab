package io.redress.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.rules.engine.ExportedTables.Answer;
import io.redress.rules.source.HostileTexts;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.WorkbookFixture;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.Facts;
import io.redress.rules.table.Tables;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Text that would be code elsewhere is data: rejected by cell, or kept verbatim. */
class HostileCellsTest {
  /** The cell with the hostile text; all others are those of an ordinary table. */
  private enum Place {
    NAME("B1"),
    HIT_POLICY("D1"),
    LABEL("A2"),
    CONDITION_NAME("A3"),
    OUTCOME_NAME("C3"),
    REMARK_NAME("D3"),
    WORD("A4"),
    NUMBER("B4"),
    OUTCOME("C4"),
    REMARK("D4");

    private final String cell;

    Place(String cell) {
      this.cell = cell;
    }

    private String or(String ordinary, String hostile, String at) {
      return cell.equals(at) ? hostile : ordinary;
    }

    DecisionTables with(String hostile) {
      List<RuleProblem> problems = new ArrayList<>();
      byte[] workbook =
          new WorkbookFixture()
              .sheet("Sheet")
              .row("Table", or("plain", hostile, "B1"), "Hit policy", or("FIRST", hostile, "D1"))
              .row(or("Reason", hostile, "A2"))
              .row(
                  or("reason", hostile, "A3"),
                  "daysLate",
                  or("-> why", hostile, "C3"),
                  or("#", "# " + hostile, "D3"))
              .row(
                  or("LOST", hostile, "A4"),
                  or("> 3", hostile, "B4"),
                  or("SO", hostile, "C4"),
                  or("none", hostile, "D4"))
              .bytes();
      return new DecisionTables(Tables.read(Map.of("a.xlsx", workbook), problems), problems);
    }
  }

  private record DecisionTables(Tables tables, List<RuleProblem> problems) {}

  static Stream<Arguments> everyTextInEveryPlace() {
    return Stream.of(Place.values())
        .flatMap(place -> HostileTexts.ALL.stream().map(hostile -> Arguments.of(place, hostile)));
  }

  @ParameterizedTest
  @MethodSource("everyTextInEveryPlace")
  void hostileTextIsRejectedByCellOrKeptVerbatim(Place place, String hostile) {
    DecisionTables read = place.with(hostile);

    if (read.problems().isEmpty()) {
      DecisionTable table = read.tables().table("plain").orElseThrow();
      Facts facts =
          term ->
              switch (term.name()) {
                case "reason" -> "LOST";
                case "daysLate" -> new BigDecimal(4);
                default -> null;
              };
      List<Answer> indexed = table.ask(facts).stream().map(Answer::of).toList();
      assertThat(new ExportedTables(List.of(table)).ask(table, List.of(facts)))
          .containsExactly(indexed);
      assertThat(indexed).hasSize(1);
    } else {
      assertThat(read.problems()).extracting(RuleProblem::cell).contains(place.cell);
    }
  }
}
