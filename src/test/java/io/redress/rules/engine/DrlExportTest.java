package io.redress.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.rules.engine.ExportedTables.Answer;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.WorkbookFixture;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.Facts;
import io.redress.rules.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrlExportTest {

  @Test
  void rowsReadLikeRules() {
    DecisionTable table =
        table(
            WorkbookFixture.table(
                    "late-parcels", "FIRST", "situation", "daysLate", "-> actions", "#")
                .row("MOVING, LOST", "[3..10)", "CARRIER_CLAIM, ESCALATE_TO_HUMAN", "practice")
                .row("not(LOST)", "> 30", "-", null));

    assertThat(DrlExport.of(table))
        .isEqualTo(
            """
            // The table late-parcels of a.xlsx, sheet late-parcels; hit policy FIRST.
            // An audit copy. Insert a Question, with null for what is unknown; each row that answers
            // inserts an Answer.
            package io.redress.table_late_parcels

            import java.math.BigDecimal;
            import java.time.LocalDate;
            import java.util.Collection;
            import java.util.List;

            declare Question
              answered : boolean
              situation : String
              daysLate : BigDecimal
            end

            declare Answer
              question : Question
              row : int
              actions : Collection
            end

            // practice
            rule "late-parcels row 4"
              salience -4
            when
              $question : Question(
                answered == false,
                situation == "MOVING" || situation == "LOST",
                daysLate >= new BigDecimal( "3" ) && daysLate < new BigDecimal( "10" ) )
            then
              Answer answer = new Answer();
              answer.setQuestion( $question );
              answer.setRow( 4 );
              answer.setActions( List.of( "CARRIER_CLAIM", "ESCALATE_TO_HUMAN" ) );
              insert( answer );
              modify( $question ) { setAnswered( true ) }
            end

            rule "late-parcels row 5"
              salience -5
            when
              $question : Question(
                answered == false,
                situation != null, situation != "LOST",
                daysLate > new BigDecimal( "30" ) )
            then
              Answer answer = new Answer();
              answer.setQuestion( $question );
              answer.setRow( 5 );
              insert( answer );
              modify( $question ) { setAnswered( true ) }
            end
            """);
  }

  @Test
  void hostileCellsStayText() {
    List<String> texts = RandomTables.HOSTILE;
    WorkbookFixture workbook =
        new WorkbookFixture()
            .sheet("x\"); end System.exit(0)")
            .row("Table", "hostile", "Hit policy", "COLLECT")
            .row("labels")
            .row("shipment.trackingSubStatus", "-> why", "#");
    texts.forEach(text -> workbook.row(text, "FOUND", text));
    DecisionTable table = table(workbook);

    List<Facts> facts = texts.stream().<Facts>map(text -> term -> text).toList();

    assertThat(new ExportedTables(List.of(table)).ask(table, facts))
        .isEqualTo(
            IntStream.range(0, texts.size())
                .mapToObj(row -> List.of(new Answer(row + 4, Map.of("why", "FOUND"))))
                .toList());
  }

  @Test
  void tablesWithoutConditionsOrWithKeywordsForNamesCompile() {
    DecisionTable first = table(WorkbookFixture.table("new", "FIRST", "-> why").row("X").row("Y"));
    DecisionTable all = table(WorkbookFixture.table("rule", "COLLECT", "-> why").row("X").row("Y"));
    ExportedTables exported = new ExportedTables(List.of(first, all));

    assertThat(exported.ask(first, List.of(term -> null)).get(0)).hasSize(1);
    assertThat(exported.ask(all, List.of(term -> null)).get(0)).hasSize(2);
  }

  private static DecisionTable table(WorkbookFixture workbook) {
    List<RuleProblem> problems = new ArrayList<>();
    Tables tables = Tables.read(Map.of("a.xlsx", workbook.bytes()), problems);
    assertThat(problems).isEmpty();
    return tables.all().iterator().next();
  }
}
