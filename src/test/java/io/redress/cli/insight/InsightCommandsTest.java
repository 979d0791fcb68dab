package io.redress.cli.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cli.Redress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands {@code explain} and {@code whatif}. */
class InsightCommandsTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @TempDir private Path folder;
  private Path facts;

  @BeforeEach
  void writeFacts() throws IOException {
    facts =
        Files.writeString(
            folder.resolve("dress.json"),
            """
            {"asOf": "2014-12-20", "disputeType": "NOT_RECEIVED", "reason": "IN_TRANSIT",
             "delayCause": "PEAK_SEASON"}
            """);
  }

  private int run(String... arguments) {
    return new CommandLine(new Redress())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(errors, true))
        .execute(arguments);
  }

  @Test
  void rowsThatAnsweredAndRules() {
    assertThat(run("explain", facts.toString())).isZero();
    assertThat(out.toString())
        .startsWith("KEEP_TRACKING (PEAK_SEASON)")
        .contains("Table goodwill was asked, and row 4 answered.")
        .contains("  Row 4 answers: A4 asks for resolution KEEP_TRACKING")
        .contains("The rule \"Safety first\" did not fire")
        .doesNotContain("does not match");
  }

  @Test
  void oneRowAsJson() {
    assertThat(run("explain", facts.toString(), "--table", "goodwill", "--row", "5", "--json"))
        .isZero();
    assertThat(out.toString()).contains("\"required\" : \"NATURAL_DISASTER\"");
  }

  @Test
  void unknownTableAndFactsThatAreRefused() throws IOException {
    assertThat(run("explain", facts.toString(), "--table", "goodwil")).isOne();
    assertThat(errors.toString()).contains("Did you mean goodwill?");
    assertThat(run("explain", folder.resolve("none.json").toString())).isEqualTo(2);
    Files.writeString(facts, "{}");
    assertThat(run("explain", facts.toString())).isOne();
    assertThat(errors.toString()).contains("/reason");
  }

  @Test
  void goalAsConditionsAndAnswerAsJson() {
    assertThat(
            run(
                "whatif",
                facts.toString(),
                "--goal",
                "{\"resolution\": \"FULL_REFUND\"}",
                "--json"))
        .isZero();
    assertThat(out.toString())
        .contains("\"by\" : \"CARRIER\"", "\"resolution\" : \"FULL_REFUND\"")
        .contains("\"hangsOn\"", "\"stable\"", "\"evaluated\"");
  }

  @Test
  void goalThatIsReachedIsSuccess() {
    assertThat(run("whatif", facts.toString(), "--goal", "KEEP_TRACKING")).isZero();
    assertThat(out.toString()).contains("The goal is reached already", "The decision hangs on:");
  }

  @Test
  void goalThatDoesNotExist() {
    assertThat(run("whatif", facts.toString(), "--goal", "REFUND")).isOne();
    assertThat(errors.toString()).contains("/goal/resolution: REFUND is not allowed here.");
    assertThat(run("whatif", facts.toString(), "--goal", "{\"resolution\"")).isOne();
    assertThat(errors.toString()).contains("not JSON");
  }
}
