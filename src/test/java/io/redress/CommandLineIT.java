package io.redress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands of the packaged jar. */
class CommandLineIT {
  private static final String DRESS =
      """
      {"disputeType": "NOT_RECEIVED", "reason": "IN_TRANSIT", "delayCause": "PEAK_SEASON"}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", "serve", "decide", "check", "diff", "print", "drl"})
  void everyCommandExplainsItself(String command) throws Exception {
    var ended =
        command.isEmpty()
            ? PackagedJar.run(Map.of(), "", "--help")
            : PackagedJar.run(Map.of(), "", command, "--help");
    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(ended.output()).startsWith("Usage: redress");
  }

  @Test
  void standardInputIsDecided() throws Exception {
    var ended = PackagedJar.run(Map.of(), DRESS, "decide", "-");
    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(ended.output()).startsWith("{").contains("\"resolution\" : \"KEEP_TRACKING\"");
  }

  @Test
  void jarDecidesWithoutTheLauncher() throws Exception {
    var ended = PackagedJar.runJar(DRESS, "decide", "-");
    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(ended.output()).startsWith("{").contains("\"resolution\" : \"KEEP_TRACKING\"");
  }

  @Test
  void launcherTakesClassesFromTheArchive() throws Exception {
    Path loaded = folder.resolve("classes.txt");
    var ended =
        PackagedJar.run(
            Map.of("REDRESS_JAVA_OPTIONS", "-Xmx400m -Xlog:class+load:file=" + loaded),
            DRESS,
            "decide",
            "-");
    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(ended.output()).startsWith("{");
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
  void shippedRulesPassTheirCheck() throws Exception {
    var ended = PackagedJar.run(Map.of(), "", "check");
    assertThat(ended.output()).contains("0 failed, 0 problems");
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
