package io.redress.http.audit;

import io.redress.http.load.StreamedAnswers;
import io.redress.platform.export.CsvTable;
import io.redress.security.audit.AuditEvent;
import io.redress.security.audit.AuditLog;
import io.redress.security.audit.AuditQuery;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Streams events of the audit log as CSV, the oldest first. */
@Singleton
public class AuditExport {
  private static final int BATCH_SIZE = 500;
  private static final List<String> COLUMNS =
      List.of("number", "at", "who", "what", "subject", "address", "requestId", "details");

  private final AuditLog log;
  private final Clock clock;
  private final StreamedAnswers exports;

  AuditExport(
      AuditLog log,
      Clock clock,
      @ConfigProperty(name = "redress.response.reading-limit") Duration readingLimit) {
    this.log = log;
    this.clock = clock;
    this.exports = new StreamedAnswers(1, 4, readingLimit);
  }

  public Response csv(AuditQuery query, RoutingContext request) {
    String name = "audit-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + ".csv";
    return Response.ok(
            exports.next(
                request,
                out -> write(query, out),
                "Too many exports are running. Retry after the time in Retry-After."),
            "text/csv; charset=utf-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .build();
  }

  private void write(AuditQuery query, OutputStream out) throws IOException {
    CsvTable table = new CsvTable(out, COLUMNS);
    List<AuditEvent> events = log.after(query, 0, BATCH_SIZE);
    while (!events.isEmpty()) {
      for (AuditEvent event : events) {
        table.add(
            List.of(
                event.number(),
                event.happenedAt(),
                event.who(),
                event.what(),
                event.subject(),
                event.address(),
                event.requestId(),
                event.details()));
      }
      events = log.after(query, events.get(events.size() - 1).number(), BATCH_SIZE);
    }
    table.finish();
  }
}
