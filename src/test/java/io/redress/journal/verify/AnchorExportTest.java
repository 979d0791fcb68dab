package io.redress.journal.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.redress.journal.write.WrittenJournal;
import io.redress.lifecycle.Replica;
import io.redress.platform.database.DatabaseSettings;
import io.redress.security.audit.AuditLog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnchorExportTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

  @TempDir private Path folder;

  @Test
  void anchorsAreAppendedToAFileThatVerificationReads() throws Exception {
    try (Replica replica = new Replica(DatabaseSettings.embedded(folder))) {
      Path file = folder.resolve("anchors.txt");
      WrittenJournal journal = PastDecisions.journal(replica, NOW);
      journal.dress("a");
      AnchorExport export = export(replica, Optional.of(file), Optional.empty());
      export.export();
      journal.dress("b");
      export.export();

      List<String> lines = Files.readAllLines(file);
      assertThat(lines).hasSize(6).startsWith("# " + NOW);
      Anchor[] anchors =
          lines.stream()
              .filter(line -> line.startsWith("anchor "))
              .map(line -> Anchor.parse(line.substring("anchor ".length())).orElseThrow())
              .toArray(Anchor[]::new);
      assertThat(PastDecisions.verify(replica, anchors).whole()).isTrue();
      assertThat(PastDecisions.verify(replica).anchors())
          .containsExactly(anchors[2].toString(), anchors[3].toString());
    }
  }

  @Test
  void anchorsArePostedAndARefusalIsNoticed() throws Exception {
    AtomicReference<String> received = new AtomicReference<>("");
    AtomicInteger status = new AtomicInteger(204);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          received.set(
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(status.get(), -1);
          exchange.close();
        });
    server.start();
    try (Replica replica = new Replica(DatabaseSettings.embedded(folder))) {
      PastDecisions.journal(replica, NOW).dress("a");
      URI address = URI.create("http://localhost:" + server.getAddress().getPort() + "/anchors");
      AnchorExport export = export(replica, Optional.empty(), Optional.of(address));
      export.export();
      assertThat(received.get()).contains("\nanchor replica-1:1:").contains("\nanchor audit:1:");

      status.set(500);
      assertThatThrownBy(export::export).isInstanceOf(IOException.class);
    } finally {
      server.stop(0);
    }
  }

  private static AnchorExport export(Replica replica, Optional<Path> file, Optional<URI> address) {
    return new AnchorExport(
        replica.database,
        new AuditLog(replica.database),
        Clock.fixed(NOW, ZoneOffset.UTC),
        Duration.ofHours(1),
        file,
        address);
  }
}
