package io.redress.journal.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.check.expectation.Decisions;
import io.redress.domain.RecordOf;
import io.redress.domain.decision.Action;
import io.redress.domain.decision.Answer;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.DecisionJson;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.ReadResult;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EntryWriterTest {
  private static final String FACTS =
      """
      {"disputeId": "d-1", "asOf": "2026-05-11", "disputeType": "NOT_AS_DESCRIBED",
       "reason": "MISSING_PARTS",
       "problem": {"defects": [{"type": "DAMAGED"}, {"type": "MISSING_PARTS", "part": "red lid"}]}}
      """;

  @Test
  void wordsOfTheBuyerAreKeptApartFromTheDecision() {
    ReadResult.Read read =
        (ReadResult.Read)
            DisputeReader.read(
                FACTS.getBytes(StandardCharsets.UTF_8), country -> LocalDate.of(2026, 5, 11));
    Answer answer = new Answer(UUID.randomUUID(), Instant.EPOCH, decision(read.dispute()));

    NewEntry entry = EntryWriter.entry(read.json(), answer, "shop", "request-1", null);

    assertThat(entry.decided().decision())
        .doesNotContain("red lid")
        .contains("\"part\":\"/problem/defects/1/part\"");
    assertThat(entry.answer()).isEqualTo(DecisionJson.write(answer)).contains("red lid");
  }

  private static Decision decision(Dispute dispute) {
    return RecordOf.copy(Decisions.refunding(dispute))
        .with(
            "actions",
            List.of(
                new Action.SendPart("red lid", 1, "/problem/defects/1/part"),
                new Action.SendPart(null, 2, null)))
        .build();
  }
}
