package io.redress.intake.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.domain.decision.DecisionJson;
import io.redress.rules.ruleset.DecideResult;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.ShippedRules;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of disputes decided by the shipped rules. */
class FileBatchTest {
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

  private static final String DRESS =
      """
      {"disputeType": "NOT_RECEIVED", "reason": "IN_TRANSIT", "delayCause": "PEAK_SEASON", \
      "disputeId": "D-%d"}
      """;

  private static RuleSet rules;

  @TempDir private Path folder;

  @BeforeAll
  static void load() {
    rules = ShippedRules.whole();
  }

  @Test
  void decisionsAreThoseOfSingleDisputesInTheOrderOfTheInput() throws IOException {
    Path input = input(300, "");
    Path output = folder.resolve("decisions.ndjson");
    BatchTotals totals = batch(input, output, false).run(Files.newInputStream(input), now -> {});

    assertThat(totals).isEqualTo(new BatchTotals(300, 0));
    List<String> sent = Files.readAllLines(input);
    List<String> decided = Files.readAllLines(output);
    assertThat(decided).hasSize(300);
    for (int i = 0; i < decided.size(); i++) {
      DecideResult alone = rules.decide(sent.get(i).getBytes(StandardCharsets.UTF_8), NOW);
      String expected = DecisionJson.write(((DecideResult.Decided) alone).decision());
      assertThat(decided.get(i)).isEqualTo("{\"line\":" + (i + 1) + "," + expected.substring(1));
    }
    assertThat(folder).isDirectoryNotContaining("glob:**.{part,progress,rejected.ndjson}");
  }

  @Test
  void badLinesAreRejectedWithTheirReasonsAndHarmNoOthers() throws IOException {
    Path input = folder.resolve("disputes.ndjson");
    Files.writeString(
        input,
        DRESS.formatted(1)
            + "{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"DAMAGED\", \"order\": {\"quantity\": 0}}\n"
            + "nonsense\n"
            + "{\"a\": \""
            + "x".repeat(300_000)
            + "\"}\n"
            + DRESS.formatted(5));
    Path output = folder.resolve("decisions.ndjson");
    FileBatch batch = batch(input, output, false);

    assertThat(batch.run(Files.newInputStream(input), now -> {})).isEqualTo(new BatchTotals(2, 3));
    assertThat(Files.readAllLines(output))
        .extracting(line -> DecisionJson.read(line).get("line").asInt())
        .containsExactly(1, 5);
    List<JsonNode> rejected =
        Files.readAllLines(batch.rejectedFile()).stream().map(DecisionJson::read).toList();
    assertThat(rejected).extracting(one -> one.get("line").asInt()).containsExactly(2, 3, 4);
    assertThat(rejected.get(0).get("errors"))
        .extracting(error -> error.get("pointer").asText())
        .containsExactlyInAnyOrder("/reason", "/order/quantity");
    assertThat(rejected.get(1).get("input").asText()).isEqualTo("nonsense");
    assertThat(rejected.get(2).get("detail").asText())
        .isEqualTo("The facts are longer than 262144 bytes. Send less.");
  }

  @Test
  void aRunThatWasStoppedIsResumedAsIfItHadNotBeen() throws IOException {
    for (String ending : List.of("ndjson", "csv")) {
      Path input = input(1_000, "nonsense\n");
      Path whole = folder.resolve("whole." + ending);
      batch(input, whole, false).run(Files.newInputStream(input), now -> {});

      Path output = folder.resolve("stopped." + ending);
      FileBatch first = batch(input, output, false);
      assertThatThrownBy(() -> first.run(torn(input, Files.size(input) * 2 / 3), now -> {}))
          .hasMessage("power cut");
      assertThat(output).doesNotExist();
      assertThat(first.wasStopped()).isTrue();
      // Written after the last checkpoint, as by a process that was killed.
      Path part = folder.resolve("stopped." + ending + ".part");
      Files.writeString(part, Files.readString(part) + "half a decis");

      FileBatch second = batch(input, output, true);
      assertThat(second.run(Files.newInputStream(input), now -> {}))
          .isEqualTo(new BatchTotals(1_000, 1));
      assertThat(output).hasSameBinaryContentAs(whole);
      assertThat(second.rejectedFile())
          .hasSameBinaryContentAs(batch(input, whole, false).rejectedFile());
      assertThat(second.wasStopped()).isFalse();
    }
  }

  @Test
  void aTornCheckpointStartsTheRunAgain() throws IOException {
    Path input = input(10, "");
    Path output = folder.resolve("decisions.ndjson");
    Files.writeString(folder.resolve("decisions.ndjson.progress"), "{\"sett");
    Files.writeString(folder.resolve("decisions.ndjson.part"), "something");
    assertThat(batch(input, output, true).run(Files.newInputStream(input), now -> {}).decided())
        .isEqualTo(10);
    assertThat(Files.readAllLines(output)).hasSize(10);
  }

  @Test
  void aRunIsNotResumedWithAnotherInput() throws IOException {
    Path input = input(500, "");
    Path output = folder.resolve("decisions.ndjson");
    assertThatThrownBy(() -> batch(input, output, false).run(torn(input, 9_000), now -> {}))
        .hasMessage("power cut");
    Files.writeString(input, DRESS.formatted(1));
    assertThatThrownBy(() -> batch(input, output, true).run(Files.newInputStream(input), now -> {}))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageContaining("had another input");
  }

  @Test
  void tablesHaveOneRowForEachDecision() throws IOException {
    Path input = folder.resolve("disputes.csv");
    Files.writeString(
        input,
        """
        disputeType;reason;delayCause;disputeId;order.item
        NOT_RECEIVED;IN_TRANSIT;PEAK_SEASON;-cmd;dress
        NOT_RECEIVED;NOWHERE;;;
        NOT_RECEIVED;LOST;;D-2;
        """);
    Path csv = folder.resolve("decisions.csv");
    batch(input, csv, false).run(Files.newInputStream(input), now -> {});
    assertThat(Files.readString(csv)).startsWith("\uFEFFline,disputeId,asOf,resolution");
    assertThat(Files.readString(csv)).contains("\r\n2,'-cmd,2026-11-20,KEEP_TRACKING,PEAK_SEASON");

    Path workbook = folder.resolve("decisions.xlsx");
    batch(input, workbook, false).run(Files.newInputStream(input), now -> {});
    try (ReadableWorkbook book = new ReadableWorkbook(workbook.toFile())) {
      List<Row> rows = book.getFirstSheet().read();
      assertThat(rows).hasSize(3);
      assertThat(rows.get(1).getCellText(1)).isEqualTo("-cmd");
      assertThat(rows.get(1).getCellAsNumber(7).orElseThrow()).isEqualByComparingTo("5");
      assertThat(rows.get(2).getCellText(0)).isEqualTo("4");
    }
  }

  @Test
  void streamsAreDecidedAsTheyCome() throws IOException {
    ByteArrayOutputStream decisions = new ByteArrayOutputStream();
    ByteArrayOutputStream rejected = new ByteArrayOutputStream();
    BatchTotals totals =
        new StreamBatch(rules, new BatchOptions(null, null, NOW, false, false, 2, false))
            .run(
                new ByteArrayInputStream(
                    (DRESS.formatted(1) + "x\n").getBytes(StandardCharsets.UTF_8)),
                decisions,
                rejected);
    assertThat(totals).isEqualTo(new BatchTotals(1, 1));
    assertThat(decisions.toString(StandardCharsets.UTF_8))
        .contains("\"nextOrderDiscountPercent\":5,")
        .doesNotContain("\"letter\"");
    assertThat(rejected.toString(StandardCharsets.UTF_8)).startsWith("{\"line\":2,");
  }

  private Path input(int disputes, String first) throws IOException {
    StringBuilder lines = new StringBuilder(first);
    for (int i = 0; i < disputes; i++) {
      lines.append(DRESS.formatted(i));
    }
    return Files.writeString(folder.resolve("disputes.ndjson"), lines);
  }

  private static FileBatch batch(Path input, Path output, boolean resume) {
    return new FileBatch(rules, new BatchOptions(input, output, NOW, true, false, 2, resume));
  }

  /** Fails after some bytes. */
  private static InputStream torn(Path file, long bytes) throws IOException {
    return new FilterInputStream(Files.newInputStream(file)) {
      private long left = bytes;

      @Override
      public int read(byte[] into, int from, int count) throws IOException {
        if (left <= 0) {
          throw new IOException("power cut");
        }
        int read = super.read(into, from, (int) Math.min(left, count));
        left -= read;
        return read;
      }
    };
  }
}
