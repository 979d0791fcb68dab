package io.redress.console.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.console.Languages;
import io.redress.console.Messages;
import io.redress.rules.ruleset.OwnFactsRules;
import io.redress.rules.ruleset.ShippedFiles;
import io.redress.rules.source.WorkbookFixture;
import io.redress.rules.table.SheetColumn;
import io.redress.rules.table.TableSheet;
import io.redress.rules.table.Term;
import io.redress.rules.table.Vocabulary;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTextTest {
  private static final TableText CHINESE = new TableText(new Messages(Locale.SIMPLIFIED_CHINESE));
  private static final TableText ENGLISH = new TableText(new Messages(Locale.UK));

  @Test
  void everyFactAndOutcomeHasALabelInEachLanguage() {
    for (Locale language : Languages.all()) {
      TableText text = new TableText(new Messages(language));
      for (Term term : Vocabulary.terms()) {
        assertThat(text.label(term.name())).as("%s, %s", language, term.name()).isPresent();
      }
    }
  }

  @Test
  void shippedTablesHaveAChineseTitleAndLabels() {
    for (TableSheet sheet : TableSheet.all(ShippedFiles.all().rules())) {
      assertThat(CHINESE.title(sheet)).as(sheet.table().name()).matches("\\p{IsHan}+");
      assertThat(ENGLISH.title(sheet)).isEqualTo(sheet.table().sheet());
      for (SheetColumn column : sheet.columns()) {
        assertThat(CHINESE.label(sheet, column)).as(column.title()).containsPattern("\\p{IsHan}");
        assertThat(ENGLISH.label(sheet, column)).isEqualTo(column.label());
      }
    }
  }

  @Test
  void ownFactsHaveTheirLabels() {
    TableSheet queues =
        TableSheet.all(OwnFactsRules.FILES.rules()).stream()
            .filter(sheet -> sheet.table().name().equals("queues"))
            .findFirst()
            .orElseThrow();

    assertThat(queues.columns().stream().map(column -> CHINESE.label(queues, column)))
        .containsExactly("会员等级", "Orders so far", "客服队列", "hours");
    assertThat(CHINESE.title(queues)).isEqualTo("queues");
  }

  @Test
  void notesGiveTitlesAndPurposesByLanguage() {
    byte[] workbook =
        new WorkbookFixture()
            .sheet("About")
            .row("queues is not a row of its own")
            .row("Tables", "what for", "title.zh", "purpose.zh", "title.de")
            .row("queues", "Who answers.", "客服", "谁来回复。", "Warteschlangen")
            .addTable("queues", "FIRST", "reason", "-> why")
            .row("-", "A")
            .bytes();
    TableSheet queues = TableSheet.all(Map.of("queues.xlsx", workbook)).get(0);

    assertThat(CHINESE.title(queues)).isEqualTo("客服");
    assertThat(CHINESE.purpose(queues)).contains("谁来回复。");
    assertThat(ENGLISH.title(queues)).isEqualTo("queues");
    assertThat(ENGLISH.purpose(queues)).contains("Who answers.");
    assertThat(queues.notes().title(Locale.GERMAN)).contains("Warteschlangen");
  }
}
