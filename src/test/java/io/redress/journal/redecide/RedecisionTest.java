package io.redress.journal.redecide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.EditedRules;
import io.redress.domain.decision.Answer;
import io.redress.domain.dispute.DisputeReader;
import io.redress.journal.read.OpenedDecision;
import io.redress.journal.read.OpenedDecision.Availability;
import io.redress.journal.write.Entry;
import io.redress.journal.write.EntryWriter;
import io.redress.journal.write.NewEntry;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RedecisionTest {
  private static final RuleSetFiles FILES =
      RuleSetFiles.read(Path.of("rules"), Path.of("test-cases"), new ArrayList<>());
  private static final RuleSet RULES = RuleSet.read(FILES, new ArrayList<>()).orElseThrow();
  private static final String DRESS =
      """
      {"disputeType": "NOT_RECEIVED", "reason": "IN_TRANSIT", "delayCause": "PEAK_SEASON",
       "disputeId": "d", "asOf": "2014-12-10", "buyer": {"name": "Greta"}}
      """;

  @Test
  void sameRulesDecideTheSame() {
    var again = (Redecision.Taken) Redecision.of(kept(Availability.PRESENT), RULES);
    assertThat(again.changes()).isEmpty();
    assertThat(again.letterCompared()).isTrue();
    assertThat(again.now().asOf()).isEqualTo(LocalDate.of(2014, 12, 10));
  }

  @Test
  void otherRulesShowChangedMembers() throws Exception {
    var again = (Redecision.Taken) Redecision.of(kept(Availability.PRESENT), generous());
    assertThat(again.changes())
        .extracting(MemberChange::member)
        .containsExactly("actions", "nextOrderDiscountPercent", "letter.body");
    MemberChange discount = again.changes().get(1);
    assertThat(discount.before().intValue()).isEqualTo(5);
    assertThat(discount.now().intValue()).isEqualTo(7);
    assertThat(again.changes().get(2).before().textValue()).contains("5%", "Greta");
    assertThat(again.changes().get(2).now().textValue()).contains("7%", "Greta");
  }

  @Test
  void destroyedLetterIsNotCompared() throws Exception {
    var again = (Redecision.Taken) Redecision.of(kept(Availability.DESTROYED), generous());
    assertThat(again.letterCompared()).isFalse();
    assertThat(again.changes())
        .extracting(MemberChange::member)
        .containsExactly("actions", "nextOrderDiscountPercent");
  }

  private static RuleSet generous() throws Exception {
    byte[] promises =
        EditedRules.edited(
            Path.of("rules/promises.xlsx"),
            workbook -> workbook.getSheet("Goodwill").getRow(3).getCell(5).setCellValue(0.07));
    return RuleSet.read(FILES.with(Map.of("promises.xlsx", promises)), new ArrayList<>())
        .orElseThrow();
  }

  private static OpenedDecision kept(Availability personal) {
    ObjectNode facts = DisputeReader.sent(DRESS.getBytes(StandardCharsets.UTF_8));
    NewEntry taken =
        DisputeReader.read(facts, country -> LocalDate.MAX)
            .fold(
                dispute ->
                    EntryWriter.entry(
                        facts,
                        new Answer(UUID.randomUUID(), Instant.EPOCH, RULES.decide(dispute)),
                        "shop",
                        "r",
                        null),
                problems -> {
                  throw new AssertionError(problems);
                });
    boolean there = personal == Availability.PRESENT;
    String decision = taken.decided().decision();
    return new OpenedDecision(
        new Entry("replica", 1, taken.decided(), UUID.randomUUID(), new byte[0], "", ""),
        there ? taken.personal().completing(decision) : decision,
        DisputeReader.sent(
            (there ? DRESS : taken.decided().facts()).getBytes(StandardCharsets.UTF_8)),
        personal);
  }
}
