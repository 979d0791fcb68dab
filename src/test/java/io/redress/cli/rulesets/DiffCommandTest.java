package io.redress.cli.rulesets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.cli.Redress;
import io.redress.rules.source.WorkbookFixture;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DiffCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();
  private final CommandLine redress =
      new CommandLine(new Redress())
          .setOut(new PrintWriter(out, true))
          .setErr(new PrintWriter(errors, true));

  @TempDir private Path folder;
  private Path before;
  private Path after;

  @BeforeEach
  void writeRules() throws IOException {
    before = Files.createDirectory(folder.resolve("before"));
    after = Files.createDirectory(folder.resolve("after"));
    Files.write(before.resolve("promises.xlsx"), goodwill("[10..14]", 5).bytes());
    Files.write(after.resolve("promises.xlsx"), goodwill("[10..14]", 10).bytes());
    Files.writeString(after.resolve("flow.drl"), "a flow");
  }

  private static WorkbookFixture goodwill(String days, int discount) {
    return WorkbookFixture.table(
            "goodwill", "FIRST", "reason", "daysLate", "-> nextOrderDiscountPercent")
        .row("LOST", days, discount);
  }

  @Test
  void differencesArePrintedWithChangedOutcomes() {
    assertThat(run(before, after)).isEqualTo(1);
    assertThat(out.toString())
        .isEqualTo(
            """
            added flow.drl
            changed promises.xlsx

            goodwill (promises.xlsx, goodwill)
              row 4 changed: C4 -> nextOrderDiscountPercent 5 -> 10
              => outcomes change in 1 region.
                 where reason is LOST and daysLate is from 10 to 14, nextOrderDiscountPercent goes from 5 to 10.
            """);
  }

  @Test
  void equalFoldersHaveNoDifferences() {
    assertThat(run(before, before)).isZero();
    assertThat(out).hasToString("No differences.\n");
  }

  @Test
  void workbooksAreComparedWhateverTheirNames() throws IOException {
    Path other = Files.write(folder.resolve("other.xlsx"), goodwill("[10..14]", 7).bytes());

    assertThat(run(before.resolve("promises.xlsx"), other)).isEqualTo(1);
    assertThat(out.toString())
        .startsWith("changed other.xlsx")
        .contains("nextOrderDiscountPercent goes from 5 to 7.");
  }

  @Test
  void differencesArePrintedAsJson() throws IOException {
    assertThat(run(before, after, "--json")).isEqualTo(1);

    JsonNode table = new ObjectMapper().readTree(out.toString()).at("/tables/0");
    assertThat(table.at("/rows/0/cells/0").toString())
        .isEqualTo(
            "{\"column\":\"-> nextOrderDiscountPercent\",\"cellBefore\":\"C4\",\"before\":\"5\","
                + "\"cellAfter\":\"C4\",\"after\":\"10\"}");
    assertThat(table.at("/outcomes/regions/0/example").toString())
        .isEqualTo("{\"reason\":\"LOST\",\"daysLate\":10}");
  }

  @Test
  void problemsAreReported() throws IOException {
    Files.write(after.resolve("promises.xlsx"), goodwill("[14..10]", 150).bytes());

    assertThat(run(before, after)).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(errors.toString())
        .contains(
            after + ": promises.xlsx, goodwill!B4: ", "nextOrderDiscountPercent 150 is above");
  }

  @Test
  void bothPathsMustExist() {
    Path workbook = before.resolve("promises.xlsx");
    assertThat(run(before, folder.resolve("nowhere"))).isEqualTo(2);
    assertThat(run(folder.resolve("b.xlsx"), workbook)).isEqualTo(2);
    assertThat(run(before, workbook)).isEqualTo(2);
    assertThat(errors.toString())
        .contains(
            folder.resolve("nowhere") + " does not exist or cannot be read.",
            folder.resolve("b.xlsx") + " does not exist or cannot be read.",
            "A folder cannot be compared with a file.");
  }

  private int run(Path before, Path after, String... options) {
    String[] arguments = new String[3 + options.length];
    arguments[0] = "diff";
    arguments[1] = before.toString();
    arguments[2] = after.toString();
    System.arraycopy(options, 0, arguments, 3, options.length);
    return redress.execute(arguments);
  }
}
