package io.redress.cli.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.redress.cli.Redress;
import io.redress.journal.verify.PastDecisions;
import io.redress.lifecycle.Replica;
import io.redress.platform.database.DatabaseSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class UsageCommandTest {
  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String version = "";

  @BeforeEach
  void decideTwice() {
    try (Replica replica = new Replica(DatabaseSettings.embedded(folder))) {
      var journal = PastDecisions.journal(replica, Instant.parse("2026-03-01T08:00:00Z"));
      journal.dress("a");
      journal.dress("b");
      version =
          replica
              .database
              .jdbi()
              .withHandle(
                  handle ->
                      handle.createQuery("select version from rule_set").mapTo(String.class).one());
    }
  }

  private int usage(String... options) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine command = new CommandLine(new Redress());
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return command.execute(
        Stream.concat(Stream.of("usage", "--data", folder.toString()), Arrays.stream(options))
            .toArray(String[]::new));
  }

  @Test
  void rowsOfADatabaseAreListedWithTheirUse() throws IOException {
    assertThat(usage(version, "--from", "2026-02-01", "--to", "2026-03-31", "--json")).isZero();
    JsonNode report = new ObjectMapper().readTree(out.toString());
    assertThat(report.path("version").asText()).isEqualTo(version);
    assertThat(report.at("/population/decisions").asInt()).isEqualTo(2);
    assertThat(report.at("/population/read").asInt()).isEqualTo(2);
    assertThat(report.path("rows")).hasSize(report.at("/population/rows").asInt());
    List<JsonNode> used =
        StreamSupport.stream(report.path("rows").spliterator(), false)
            .filter(row -> row.path("decisions").asInt() > 0)
            .toList();
    assertThat(used)
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.path("decisions").asInt()).isEqualTo(2);
              assertThat(row.path("lastUsed").asText()).isEqualTo("2026-03-01");
              assertThat(row.path("caseCount").asInt()).isPositive();
            });
    assertThat(report.at("/population/unusedRows").asInt())
        .isEqualTo(report.path("rows").size() - used.size());

    assertThat(usage(version, "--from", "2026-02-01", "--to", "2026-03-31", "--table", "goodwill"))
        .isZero();
    assertThat(out.toString())
        .contains("2026-02-01 to 2026-03-31: 2 decisions; ", "goodwill (promises.xlsx, Goodwill)")
        .containsPattern("row +4 +2  2026-03-01 +\\d+ test cases");
    assertThat(
            usage(
                version,
                "--from",
                "2026-02-01",
                "--to",
                "2026-03-31",
                "--table",
                "goodwill",
                "--unused"))
        .isZero();
    assertThat(out.toString()).contains("not used").doesNotContain("2026-03-01");
  }

  @Test
  void servicesAreAskedPageByPage() throws IOException {
    String row =
        "{\"table\": \"goodwill\", \"file\": \"promises.xlsx\", \"sheet\": \"Goodwill\","
            + " \"row\": %d, \"decisions\": 7, \"money\": [{\"currency\": \"USD\","
            + " \"amount\": \"12.50\", \"discounts\": \"12.50\"}], \"lastUsed\":"
            + " \"2026-03-30\", \"cases\": [\"late\"], \"caseCount\": 1}";
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean second = exchange.getRequestURI().getQuery().contains("page=2");
          byte[] answer =
              ("{\"version\": \"0123456789ab\", \"from\": \"2026-01-01\", \"to\":"
                      + " \"2026-03-31\", \"population\": {\"decisions\": 7, \"read\": 6,"
                      + " \"ruleSets\": 1, \"rows\": 2, \"unusedRows\": 0}, \"rows\": ["
                      + String.format(row, second ? 5 : 4)
                      + "], \"unused\": []}")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    try {
      String address = "http://localhost:" + server.getAddress().getPort();
      assertThat(usage("--server", address)).isZero();
      assertThat(out.toString())
          .contains("1 decisions are not in it", "12.50 USD")
          .containsSubsequence("row     4", "row     5");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void wrongUseIsExplained() {
    assertThat(usage()).isEqualTo(1);
    assertThat(err.toString()).contains("There is no rule set active.");
    assertThat(usage("000000000000")).isEqualTo(1);
    assertThat(usage(version, "--table", "no-such")).isEqualTo(1);
    assertThat(err.toString()).contains("no table called no-such");
    assertThat(usage("--from", "2026-02-01", "--to", "2026-01-01")).isEqualTo(2);
    assertThat(usage("--from", "2020-02-01", "--to", "2026-01-01")).isEqualTo(2);
    assertThat(usage("--from", "soon")).isEqualTo(2);
    assertThat(usage("--server", "http://localhost:1")).isEqualTo(2);
    assertThat(usage("--database", "oracle")).isEqualTo(2);
  }
}
