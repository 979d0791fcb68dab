package io.redress.cli.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cli.Redress;
import io.redress.journal.verify.PastDecisions;
import io.redress.lifecycle.Replica;
import io.redress.platform.database.DatabaseSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VerifyCommandTest {
  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void decideTwice() {
    try (Replica replica = new Replica(DatabaseSettings.embedded(folder))) {
      var journal = PastDecisions.journal(replica, Instant.parse("2026-03-01T08:00:00Z"));
      journal.dress("a");
      journal.dress("b");
    }
  }

  @Test
  void intactJournalIsReportedWithAnchors() throws Exception {
    assertThat(verify()).isZero();
    String anchor = anchor();
    assertThat(out.toString())
        .contains("anchor replica-1:2:")
        .contains("2 entries, 2 decided again, 0 of them differently")
        .contains("the journal is intact.");

    Path anchors = Files.writeString(folder.resolve("anchors"), anchor);
    assertThat(verify("--anchor", anchors.toString(), "--no-redecide")).isZero();
    assertThat(out.toString()).contains("0 decided again");
    Files.writeString(anchors, anchor.replace(":2:", ":3:"));
    assertThat(verify("--anchor", anchors.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("ANCHOR_LOST replica-1 3").contains("NOT intact");
  }

  @Test
  void sinceLimitsTheEntries() {
    assertThat(verify("--since", "2026-03-01")).isZero();
    assertThat(verify("--since", "2026-03-02")).isEqualTo(1);
    assertThat(out.toString())
        .contains("There is no entry to verify", "0 entries, ", "anchor replica-1:2:");
  }

  @Test
  void reportIsPrintedAsJson() {
    assertThat(verify("--json")).isZero();
    assertThat(out.toString()).contains("\"whole\" : true", "\"redecided\" : 2");
  }

  @Test
  void unreadableJournalHasItsOwnExitCode() throws Exception {
    assertThat(verify("--database", "oracle")).isEqualTo(2);
    assertThat(err.toString()).contains("Use embedded or postgresql.");
    assertThat(verify("--server", "http://localhost:1")).isEqualTo(2);
    Path foreign = Files.writeString(folder.resolve("anchors"), "hello");
    assertThat(verify("--anchor", foreign.toString())).isEqualTo(2);
    assertThat(verify("--since", "soon")).isEqualTo(2);
  }

  private String anchor() {
    return out.toString()
        .lines()
        .filter(line -> line.startsWith("anchor "))
        .findFirst()
        .orElseThrow();
  }

  private int verify(String... options) {
    out.getBuffer().setLength(0);
    CommandLine command = new CommandLine(new Redress());
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    String[] arguments = new String[options.length + 4];
    arguments[0] = "journal";
    arguments[1] = "verify";
    arguments[2] = "--data";
    arguments[3] = folder.toString();
    System.arraycopy(options, 0, arguments, 4, options.length);
    return command.execute(arguments);
  }
}
