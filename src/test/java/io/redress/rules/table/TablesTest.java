package io.redress.rules.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.WorkbookFixture;
import io.redress.rules.source.WorkbookFixture.Formula;
import io.redress.rules.source.WorkbookFixture.Percent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TablesTest {
  private final List<RuleProblem> problems = new ArrayList<>();

  @Test
  void matchingRowHasItsOutcomesAndCells() {
    Row row =
        only(
            WorkbookFixture.table(
                    "remedy",
                    "FIRST",
                    "reason",
                    "#",
                    "-> resolution",
                    "-> why",
                    "daysLate",
                    "-> nextOrderDiscountPercent")
                .row("LOST", "why", "REPLACEMENT", "-", ">= 0", new Percent(0.05))
                .row()
                .row("-", "else", "REJECT", "CLAIM_TOO_LATE", null, 0));

    assertThat(row.source().rule()).isEqualTo("remedy row 4");
    assertThat(row.source().file()).isEqualTo("a.xlsx");
    assertThat(row.source().sheet()).isEqualTo("remedy");
    assertThat(row.source().row()).isEqualTo(4);
    assertThat(row.source().cells()).containsExactly("A4", "E4", "C4", "F4");
    assertThat(row.outcomes())
        .extracting(outcome -> outcome.term().name(), Row.Outcome::value)
        .containsExactly(
            tuple("resolution", "REPLACEMENT"),
            tuple("nextOrderDiscountPercent", BigDecimal.valueOf(5)));
    assertThat(problems).isEmpty();
  }

  @Test
  void outcomesAreConditionsOfLaterTables() {
    only(
        WorkbookFixture.table("dates", "UNIQUE", "resolution", "-> shipWithinWorkingDays")
            .row("REPLACEMENT", 10));

    assertThat(problems).isEmpty();
  }

  @Test
  void remarksAloneAreNotARow() {
    var table =
        WorkbookFixture.table("remedy", "FIRST", "#", "reason", "-> resolution")
            .row("# section")
            .row("#", "LOST", "FULL_REFUND");

    assertThat(only(table).source().row()).isEqualTo(5);
  }

  @Test
  void calendarsAndNativeTablesAreSkipped() {
    byte[] broken = {1, 2, 3};
    var files = Map.of("calendar.xlsx", broken, "flow.drl.xlsx", broken, "flow.drl", broken);

    assertThat(Tables.read(files, problems).all()).isEmpty();
    assertThat(problems).isEmpty();
  }

  @Test
  void tableNamesAreUniqueInTheRuleSet() {
    byte[] table = WorkbookFixture.table("remedy", "FIRST", "-> why").row("X").bytes();

    Tables tables = Tables.read(Map.of("b.xlsx", table, "a.xlsx", table), problems);

    assertThat(tables.table("remedy")).map(DecisionTable::file).contains("a.xlsx");
    assertThat(problems)
        .extracting(RuleProblem::file, RuleProblem::cell, RuleProblem::code)
        .containsExactly(tuple("b.xlsx", "B1", ProblemCode.DUPLICATE_TABLE));
  }

  @Test
  void titleHasNameAndHitPolicy() {
    read(new WorkbookFixture().sheet("S").row("Table", "My table", "Policy", "ANY"));

    assertThat(found())
        .containsExactlyInAnyOrder(
            "B1 BAD_HEADER", "C1 BAD_HEADER", "D1 BAD_HEADER", "A3 BAD_HEADER");
  }

  @Test
  void tableWithoutRulesIsRejected() {
    read(WorkbookFixture.table("t", "FIRST", "reason", "-> why", "#").row(null, null, "soon"));

    assertThat(found()).containsExactly("A4 NO_ROWS");
  }

  @Test
  void markerAloneIsAnInvalidTable() {
    read(new WorkbookFixture().sheet("S").row("Table"));

    assertThat(found()).contains("B1 BAD_HEADER", "D1 BAD_HEADER");
  }

  @Test
  void unknownNamesAreReportedWithTheClosest() {
    read(
        WorkbookFixture.table("remedy", "FIRST", "reson", "-> resolutoin", "-> reason")
            .row("LOST", "REJECT", "X"));

    assertThat(found()).containsExactly("A3 UNKNOWN_NAME", "B3 UNKNOWN_NAME", "C3 UNKNOWN_NAME");
    assertThat(problems)
        .extracting(RuleProblem::suggestion)
        .startsWith("Did you mean reason?", "Did you mean -> resolution?");
  }

  @Test
  void termMayBeOneConditionAndOneOutcome() {
    read(
        WorkbookFixture.table("t", "FIRST", "why", "reason", "reason", "-> why", "->why")
            .row("X", "LOST", "LOST", "Y", "Y"));

    assertThat(found()).containsExactly("C3 DUPLICATE_COLUMN", "E3 DUPLICATE_COLUMN");
  }

  @Test
  void cellsInUnnamedColumnsAreRejected() {
    read(
        WorkbookFixture.table("t", "FIRST", "reason", null, "-> why")
            .row("LOST", "only at night", "X", "and this")
            .row("LOST", "nor by day", "X"));

    assertThat(found()).containsExactly("B3 BAD_HEADER", "D3 BAD_HEADER");
  }

  @Test
  void allProblemsOfATableAreReportedByCellAtOnce() {
    Tables tables =
        read(
            WorkbookFixture.table(
                    "remedy",
                    "FIRST",
                    "reason",
                    "daysLate",
                    "-> resolution",
                    "-> nextOrderDiscountPercent")
                .row("LOSST", ">= 5", "REPLACEMENT", 0)
                .row("LOST", "[9..1]", "REPLACEMENT", 150)
                .row("LOST", "soon", "L\u041EST", "-")
                .row("LOST", "7", null, 5)
                .row("LOST", new Formula("1+1"), "REJECT", "lots"));

    assertThat(found())
        .containsExactlyInAnyOrder(
            "A4 VALUE_NOT_ALLOWED",
            "B5 RANGE_REVERSED",
            "D5 VALUE_OUT_OF_RANGE",
            "B6 WRONG_TYPE",
            "C6 LOOKALIKE_CHARACTERS",
            "B7 TEXT_LOOKS_LIKE_NUMBER",
            "C7 OUTCOME_EMPTY",
            "B8 FORMULA",
            "D8 WRONG_TYPE");
    assertThat(problems)
        .filteredOn(problem -> problem.code() == ProblemCode.VALUE_OUT_OF_RANGE)
        .singleElement()
        .hasToString(
            "a.xlsx, remedy!D5: nextOrderDiscountPercent 150 is above 100. Use 0 to 100."
                + " [VALUE_OUT_OF_RANGE]");
    assertThat(tables.all()).isEmpty();
  }

  private Row only(WorkbookFixture workbook) {
    return read(workbook).all().iterator().next().rows().get(0);
  }

  private Tables read(WorkbookFixture workbook) {
    return Tables.read(Map.of("a.xlsx", workbook.bytes()), problems);
  }

  private List<String> found() {
    return problems.stream().map(problem -> problem.cell() + " " + problem.code()).toList();
  }
}
