package io.redress.rules.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.rules.calendar.Calendars;
import io.redress.rules.source.CellWarning;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.WorkbookFixture;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.Tables;
import io.redress.rules.table.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownCodesTest {

  @Test
  void codesThatNothingGivesAreAWarningAtTheirCell() throws IOException {
    var workbook =
        WorkbookFixture.table("situation", "FIRST", "reason", "-> situation")
            .row("LOST", "LOST")
            .row("-", "UNTRACEABLE")
            .addTable("goodwill", "FIRST", "reason", "situation", "peakSeason", "holiday", "-> why")
            .row("LOST", "LOST, UNTRACABLE", "not(NONE)", "NONE", "A")
            .row("LOST", "not(UNTRACEABLE)", "XMAS", "SPRING_FESTIVAL", "A")
            .row("LOST", "OF_A_RULE", "CHRISTMAS", "NEW_YEAR", "A")
            .row("LOST", "NONE", "-", "known", "A");

    assertThat(warnings(workbook))
        .extracting(CellWarning::sheet, CellWarning::cell, CellWarning::message)
        .containsExactly(
            tuple(
                "goodwill",
                "B4",
                "situation is never UNTRACABLE: no table answers it, no calendar names it."
                    + " Did you mean UNTRACEABLE?"),
            tuple(
                "goodwill",
                "B7",
                "situation is never NONE: no table answers it, no calendar names it."
                    + " Correct it, or delete it."),
            tuple(
                "goodwill",
                "C5",
                "peakSeason is never XMAS: no table answers it, no calendar names it."
                    + " Correct it, or delete it."));
  }

  @Test
  void editedTableCountsInsteadOfTheOneBefore() throws IOException {
    RuleSet rules = ShippedRules.whole();
    DecisionTable edited =
        Tables.read(
                Map.of(
                    "situation.xlsx",
                    WorkbookFixture.table(
                            "situation", "FIRST", "reason", "situation", "-> situation")
                        .row("-", "DELAYED_BY_MOON, LOST", "ECLIPSED")
                        .bytes()),
                new ArrayList<>())
            .all()
            .iterator()
            .next();
    KnownCodes codes = rules.codes().with(edited);

    assertThat(codes.of(Vocabulary.known("situation"))).containsExactly("ECLIPSED");
    assertThat(rules.codes().of(Vocabulary.known("situation"))).contains("LOST", "UNTRACEABLE");
    assertThat(rules.codes().of(Vocabulary.known("peakSeason"))).contains("CHRISTMAS");
    assertThat(codes.warnings(edited))
        .extracting(CellWarning::message)
        .containsExactly(
            "situation is never DELAYED_BY_MOON: no table answers it, no calendar names it."
                + " Correct it, or delete it.");
  }

  @Test
  void reasonsThatTheProgramGivesAreKnown() throws IOException {
    var workbook =
        WorkbookFixture.table("more", "FIRST", "reasonCode", "-> why")
            .row("ALREADY_GRANTED, NOTHING_TO_REFUND", "A");
    DecisionTable table =
        Tables.read(Map.of("more.xlsx", workbook.bytes()), new ArrayList<>())
            .all()
            .iterator()
            .next();

    assertThat(ShippedRules.whole().codes().with(table).warnings(table)).isEmpty();
  }

  @Test
  void shippedRulesHaveNone() {
    assertThat(ShippedRules.whole().warnings()).isEmpty();
  }

  private static List<CellWarning> warnings(WorkbookFixture workbook) throws IOException {
    List<RuleProblem> problems = new ArrayList<>();
    Tables tables = Tables.read(Map.of("a.xlsx", workbook.bytes()), problems);
    byte[] calendar = Files.readAllBytes(Path.of("rules", Calendars.FILE));
    Calendars calendars = Calendars.read(Map.of(Calendars.FILE, calendar), problems);
    assertThat(problems).isEmpty();
    return KnownCodes.of(tables, calendars, Set.of("OF_A_RULE")).warnings();
  }
}
