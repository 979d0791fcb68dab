package io.redress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.rules.source.WorkbookFixture;
import io.redress.rules.source.WorkbookFixture.Formula;
import io.redress.rules.source.WorkbookFixture.Percent;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands {@code print} and {@code drl}. */
class WorkbookCommandsTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();
  private final CommandLine redress =
      new CommandLine(new Redress())
          .setOut(new PrintWriter(out, true))
          .setErr(new PrintWriter(errors, true));

  @TempDir private Path rules;

  @BeforeEach
  void writeRules() throws IOException {
    WorkbookFixture workbook =
        WorkbookFixture.table(
                "goodwill",
                "FIRST",
                "situation",
                "order.orderedOn",
                "-> nextOrderDiscountPercent",
                "#")
            .row("LATE_PEAK_SEASON", LocalDate.of(2026, 3, 5), new Percent(0.05), "two\nlines")
            .row("X", null, 7)
            .sheet("Notes")
            .row("Nothing to decide");
    Files.write(rules.resolve("promises.xlsx"), workbook.bytes());
  }

  @Test
  void workbookIsPrintedSheetBySheet() {
    assertThat(run("print", rules.resolve("promises.xlsx").toString())).isZero();
    assertThat(out.toString())
        .isEqualTo(
            """
            == goodwill ==
            Table             goodwill          Hit policy                        FIRST
            labels
            situation         order.orderedOn   -> nextOrderDiscountPercent       #
            LATE_PEAK_SEASON  2026-03-05        5%                                two\\nlines
            X                                   7

            == Notes ==
            Nothing to decide

            """);
  }

  @Test
  void tableIsPrintedAlone() {
    assertThat(run("print", "goodwill", "--rules", rules.toString())).isZero();
    assertThat(out.toString()).startsWith("== goodwill ==").doesNotContain("Notes");
  }

  @Test
  void problemsArePrintedAndDoNotFailTheCommand() throws IOException {
    Path faulty = rules.resolve("faulty.xlsx");
    Files.write(faulty, new WorkbookFixture().sheet("S").row("a", new Formula("1+1")).bytes());
    Path broken = Files.writeString(rules.resolve("broken.xlsx"), "no workbook");

    assertThat(run("print", faulty.toString())).isZero();
    assertThat(run("print", broken.toString())).isZero();
    assertThat(out.toString())
        .contains("! faulty.xlsx, S!B1: the cell holds a formula.", "! broken.xlsx: ");
  }

  @Test
  void outputHasNoControlCharacters() throws IOException {
    String hostile = "\u001B[2J\u001B]0;owned\u0007\u202E\u009B31m\r";
    WorkbookFixture workbook =
        new WorkbookFixture()
            .sheet("S\u202E\u0085")
            .row("Table", hostile, "Hit policy", "FIRST")
            .row(hostile)
            .row(hostile, "reason", "-> why", "# " + hostile)
            .row("x", hostile, hostile, hostile);
    Files.write(rules.resolve("hostile.xlsx"), workbook.bytes());

    run("print", rules.resolve("hostile.xlsx").toString());
    run("print", "hostile", "--rules", rules.toString());
    run("drl", "hostile", "--rules", rules.toString());

    assertThat(out + "" + errors)
        .contains("INVISIBLE_CHARACTER")
        .doesNotContainPattern("[\\p{Cntrl}\\p{Cf}\u0080-\u009F&&[^\\n]]");
  }

  @Test
  void tableIsPrintedAsDrl() {
    assertThat(run("drl", "goodwill", "--rules", rules.toString())).isZero();
    assertThat(out.toString())
        .contains("// two lines\nrule \"goodwill row 4\"", "LocalDate.parse( \"2026-03-05\" )");
  }

  @Test
  void closestTableIsSuggested() {
    for (String command : new String[] {"print", "drl"}) {
      assertThat(run(command, "godwill", "--rules", rules.toString())).isEqualTo(2);
    }
    assertThat(errors.toString())
        .contains("Table godwill does not exist or cannot be read. Did you mean goodwill?");
  }

  @Test
  void missingWorkbookIsReported() {
    assertThat(run("print", "nowhere.xlsx")).isEqualTo(2);
    assertThat(errors.toString()).contains("File nowhere.xlsx does not exist or cannot be read.");
  }

  private int run(String... arguments) {
    return redress.execute(arguments);
  }
}
