package io.redress.cli.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cli.Redress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands on {@code docs/insight.md} print what the page shows. */
class InsightPageTest {
  private static final Pattern FACTS = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
  private static final Pattern RUN =
      Pattern.compile("```console\n\\$ redress ([^\n]*)\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void commandsPrintWhatThePageShows() throws IOException {
    String page = Files.readString(Path.of("docs/insight.md"));
    Matcher facts = FACTS.matcher(page);
    assertThat(facts.find()).isTrue();
    Path file = Files.writeString(folder.resolve("atomizers.json"), facts.group(1));

    List<MatchResult> runs = RUN.matcher(page).results().toList();
    assertThat(runs).hasSize(3);
    for (MatchResult run : runs) {
      StringWriter out = new StringWriter();
      int exit =
          new CommandLine(new Redress())
              .setOut(new PrintWriter(out, true))
              .execute(run.group(1).replace("atomizers.json", file.toString()).split(" "));
      assertThat(exit).as(run.group(1)).isZero();
      assertThat(withoutRows(out.toString()).lines())
          .as(run.group(1))
          .containsAll(withoutRows(run.group(2)).lines().toList());
    }
  }

  /** Rows move with each change of the rules. */
  private static String withoutRows(String text) {
    return text.replaceAll("([Rr]ow |\\b[A-Z])\\d+", "$1N");
  }
}
