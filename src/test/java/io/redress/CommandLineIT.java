package io.redress;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.platform.thread.OutOfMemory;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the packaged jar. */
class CommandLineIT {
  private static final String DRESS =
      """
      {"disputeType": "NOT_RECEIVED", "reason": "IN_TRANSIT", "delayCause": "PEAK_SEASON"}
      """;

  /** Takes a second or two. */
  private static final int MANY = 10_000;

  @TempDir private Path folder;

  @Test
  void withoutMemoryItEnds() throws Exception {
    var ended = PackagedJar.run(Map.of("REDRESS_JAVA_OPTIONS", "-Xmx8m"), DRESS, "decide", "-");
    assertThat(ended.exitCode()).as(ended.output()).isEqualTo(OutOfMemory.EXIT_CODE);
    assertThat(ended.output()).contains("OutOfMemoryError").doesNotContain("\tat ");
  }

  @Test
  void commandsAreListed() throws Exception {
    var ended = PackagedJar.run(Map.of(), "", "--help");
    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(ended.output()).startsWith("Usage: redress").contains("decide", "check");
  }

  @Test
  void jarDecidesWithoutTheLauncher() throws Exception {
    var ended = PackagedJar.runJar(DRESS, "decide", "-");
    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(ended.output()).startsWith("{").contains("\"resolution\" : \"KEEP_TRACKING\"");
  }

  @Test
  void launcherDecidesStandardInputWithClassesFromTheArchive() throws Exception {
    Path loaded = folder.resolve("classes.txt");
    var ended =
        PackagedJar.run(
            Map.of("REDRESS_JAVA_OPTIONS", "-Xmx400m -Xlog:class+load:file=" + loaded),
            DRESS,
            "decide",
            "-");
    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(ended.output()).startsWith("{").contains("\"resolution\" : \"KEEP_TRACKING\"");
    assertThat(Files.readAllLines(loaded))
        .anyMatch(
            line ->
                line.contains("io.redress.rules.ruleset.RuleSet ")
                    && line.contains("shared objects file (top)"));
  }

  @Test
  void decisionIsSummarisedForPeople() throws Exception {
    Path facts = Files.writeString(folder.resolve("dress.json"), DRESS);
    var ended = PackagedJar.run(Map.of(), "", "decide", "--format", "text", facts.toString());
    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(ended.output())
        .contains("KEEP_TRACKING (PEAK_SEASON)", "5% off", "not-received.xlsx");
  }

  @Test
  void eachFaultOfTheFactsIsNamed() throws Exception {
    var ended = PackagedJar.run(Map.of(), "{\"reson\": \"LOST\"}", "decide", "-");
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.output()).contains("/reson", "Did you mean reason?", "/disputeType");
  }

  @Test
  void fileIsDecidedAndGoesOnAfterAKill() throws Exception {
    Path input = folder.resolve("disputes.csv");
    Files.writeString(
        input,
        "disputeType,reason,delayCause\n"
            + "NOT_RECEIVED,IN_TRANSIT,PEAK_SEASON\n".repeat(MANY)
            + "NOT_RECEIVED,IN_TRANSIT,BAD_LUCK\n");
    Path output = folder.resolve("decisions.xlsx");
    String[] command = {
      "decide", "--no-letters", "--input", input.toString(), "--output", output.toString()
    };
    Process killed = PackagedJar.start(Map.of(), folder.resolve("killed.txt"), command);
    Path progress = folder.resolve("decisions.xlsx.progress");
    Patience.await().until(() -> Files.exists(progress));
    killed.destroyForcibly().waitFor();
    assertThat(output).doesNotExist();

    var again = PackagedJar.run(Map.of(), "", command);
    assertThat(again.exitCode()).as(again.output()).isEqualTo(2);
    assertThat(again.output()).contains("Add --resume to go on with it");
    List<String> resumed = new ArrayList<>(List.of(command));
    resumed.add("--resume");
    var ended = PackagedJar.run(Map.of(), "", resumed.toArray(String[]::new));
    assertThat(ended.exitCode()).as(ended.output()).isEqualTo(1);
    assertThat(ended.output()).contains(MANY + " decided, 1 rejected");
    assertThat(Files.readString(folder.resolve("decisions.xlsx.rejected.ndjson")))
        .startsWith("{\"line\":" + (MANY + 2) + ",")
        .contains("/delayCause");
    try (ReadableWorkbook decisions = new ReadableWorkbook(output.toFile())) {
      List<Row> rows = decisions.getFirstSheet().read();
      assertThat(rows).hasSize(MANY + 1);
      for (int i = 1; i < rows.size(); i++) {
        assertThat(rows.get(i).getCellAsNumber(0)).contains(BigDecimal.valueOf(i + 1));
        assertThat(rows.get(i).getCellText(3)).isEqualTo("KEEP_TRACKING");
      }
    }
  }

  @Test
  void shippedRulesPassTheirCheckAndObeyAllLaws() throws Exception {
    var ended = PackagedJar.run(Map.of(), "", "check");
    assertThat(ended.output())
        .containsPattern("(1[6-9]|[2-9][0-9]) laws checked on [0-9]+ decisions, 0 violated")
        .contains("0 failed, 0 problems")
        .doesNotContain("was never checked");
    assertThat(ended.exitCode()).isZero();
  }

  @Test
  void checkNamesTheOneWrongCell() throws Exception {
    Path rules = brokenRules();
    var ended = PackagedJar.run(Map.of(), "", "check", rules.toString());
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.output())
        .contains("promises.xlsx, Goodwill!F4: nextOrderDiscountPercent 150 is above 100.");
  }

  @Test
  void serviceDoesNotStartWithBrokenRules() throws Exception {
    Path rules = brokenRules();
    var ended =
        PackagedJar.run(
            Map.of(
                "REDRESS_RULES_DIR", rules.toString(),
                "REDRESS_DATA_DIR", folder.resolve("data").toString(),
                "QUARKUS_HTTP_PORT", "0"),
            "");
    assertThat(ended.exitCode()).as(ended.output()).isNotZero();
    assertThat(ended.output()).contains("Goodwill!F4").doesNotContain("\tat ");
  }

  private Path brokenRules() throws IOException {
    Path rules = EditedRules.copyOf(Path.of("rules"), folder.resolve("rules"));
    EditedRules.edit(
        rules.resolve("promises.xlsx"),
        workbook -> workbook.getSheet("Goodwill").getRow(3).getCell(5).setCellValue(1.5));
    return rules;
  }
}
