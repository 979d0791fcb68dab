package io.redress.journal.verify;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.redress.journal.read.Chains;
import io.redress.platform.database.Database;
import io.redress.platform.request.RedactedException;
import io.redress.platform.thread.DaemonThread;
import io.redress.security.audit.AuditLog;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends the heads of all chains out of the database at an interval: appends them to a file, or
 * posts them to an address. Both get the lines that {@code journal verify} prints and reads.
 */
@Singleton
class AnchorExport {
  private static final Logger LOG = Logger.getLogger("io.redress");
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int REFUSED = 300;

  private final Chains chains;
  private final AuditLog audit;
  private final Clock clock;
  private final Duration interval;
  private final Optional<Path> file;
  private final Optional<URI> address;
  private final ScheduledExecutorService thread = DaemonThread.of("anchors");

  AnchorExport(
      Database database,
      AuditLog audit,
      Clock clock,
      @ConfigProperty(name = "redress.anchors.interval") Duration interval,
      @ConfigProperty(name = "redress.anchors.file") Optional<Path> file,
      @ConfigProperty(name = "redress.anchors.url") Optional<URI> address) {
    this.chains = new Chains(database);
    this.audit = audit;
    this.clock = clock;
    this.interval = interval;
    this.file = file;
    this.address = address;
  }

  void start(@Observes StartupEvent started) {
    if (file.isPresent() || address.isPresent()) {
      thread.scheduleWithFixedDelay(
          this::exportOrWarn, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  void stop(@Observes ShutdownEvent ending) {
    thread.shutdownNow();
  }

  private void exportOrWarn() {
    try {
      export();
    } catch (IOException | RuntimeException | Error failed) {
      LOG.errorf(
          "The anchors of the journal could not be written and will be tried again: %s",
          RedactedException.of(failed));
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes the anchors of now. */
  void export() throws IOException, InterruptedException {
    String lines =
        Stream.concat(Stream.of("# " + clock.instant()), anchors().stream().map(a -> "anchor " + a))
            .collect(Collectors.joining("\n", "", "\n"));
    if (file.isPresent()) {
      Files.writeString(file.get(), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
    if (address.isPresent()) {
      post(address.get(), lines);
    }
  }

  private List<Anchor> anchors() {
    List<Anchor> anchors = new ArrayList<>();
    chains.replicas().forEach(replica -> anchors.add(Anchor.of(chains.end(replica))));
    audit.end().map(Anchor::of).ifPresent(anchors::add);
    return anchors;
  }

  private static void post(URI address, String lines) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    int status =
        client
            .send(
                HttpRequest.newBuilder(address)
                    .timeout(TIMEOUT)
                    .header("Content-Type", "text/plain; charset=utf-8")
                    .POST(BodyPublishers.ofString(lines))
                    .build(),
                BodyHandlers.discarding())
            .statusCode();
    if (status >= REFUSED) {
      throw new IOException("refused with status " + status);
    }
  }
}
