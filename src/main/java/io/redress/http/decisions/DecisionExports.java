package io.redress.http.decisions;

import io.redress.http.load.StreamedAnswers;
import io.redress.journal.read.JournalSearch;
import io.redress.journal.read.KeptDecision;
import io.redress.journal.read.SearchQuery;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Streams the results of a search as a file. Eight exports are open at once, half of them for one
 * caller; two of them work while the others wait for their clients.
 */
@Singleton
public class DecisionExports {
  public static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  public static final String LINES = "application/x-ndjson";

  private final JournalSearch journal;
  private final CustomNames custom;
  private final Clock clock;
  private final StreamedAnswers exports;

  DecisionExports(
      JournalSearch journal,
      CustomNames custom,
      Clock clock,
      @ConfigProperty(name = "redress.response.reading-limit") Duration readingLimit) {
    this.journal = journal;
    this.custom = custom;
    this.clock = clock;
    this.exports = new StreamedAnswers(2, 8, readingLimit);
  }

  /** Writes the results of a search. */
  private interface Format {
    void write(JournalSearch journal, SearchQuery search, OutputStream out) throws IOException;
  }

  /** One line per decision, without personal data. */
  public Response csv(UriInfo address, RoutingContext request) {
    return export("csv", "text/csv; charset=utf-8", CsvExport::write, address, request);
  }

  /** One row per decision, without personal data. */
  public Response workbook(UriInfo address, RoutingContext request) {
    return export("xlsx", WORKBOOK, WorkbookExport::write, address, request);
  }

  /** One JSON object per line: the whole decision. */
  Response lines(UriInfo address, RoutingContext request) {
    return export("ndjson", LINES, DecisionExports::lines, address, request);
  }

  private static void lines(JournalSearch journal, SearchQuery search, OutputStream out) {
    journal.entries(search, kept -> line(kept, out));
  }

  private static void line(KeptDecision kept, OutputStream out) {
    try {
      out.write((WholeDecision.json(kept) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException clientLeft) {
      throw new UncheckedIOException(clientLeft);
    }
  }

  private Response export(
      String ending, String type, Format format, UriInfo address, RoutingContext request) {
    SearchQuery search = SearchParameters.ofExport(address.getQueryParameters(), custom);
    String name = "decisions-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return Response.ok(
            exports.next(
                request,
                out -> format.write(journal, search, out),
                "Too many exports are running. Retry after the time in Retry-After."),
            type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + ending + "\"")
        .build();
  }
}
