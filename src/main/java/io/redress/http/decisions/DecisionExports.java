package io.redress.http.decisions;

import io.redress.http.load.StreamedAnswers;
import io.redress.journal.outcome.ReportedOutcome;
import io.redress.journal.outcome.ReportedOutcomes;
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
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
  private final ReportedOutcomes outcomes;
  private final CustomNames custom;
  private final Clock clock;
  private final StreamedAnswers exports;

  DecisionExports(
      JournalSearch journal,
      ReportedOutcomes outcomes,
      CustomNames custom,
      Clock clock,
      @ConfigProperty(name = "redress.response.reading-limit") Duration readingLimit) {
    this.journal = journal;
    this.outcomes = outcomes;
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
    return export("ndjson", LINES, this::lines, address, request);
  }

  private void lines(JournalSearch found, SearchQuery search, OutputStream out) throws IOException {
    JournalSearch.Batch batch;
    JournalSearch.Place last = JournalSearch.Place.FIRST;
    do {
      batch = found.entriesAfter(search, last);
      Map<UUID, List<ReportedOutcome>> reported =
          outcomes.of(batch.entries().stream().map(DecisionExports::id).toList());
      for (KeptDecision kept : batch.entries()) {
        String line = WholeDecision.json(kept, reported.getOrDefault(id(kept), List.of()));
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
      last = batch.last();
    } while (batch.more());
  }

  private static UUID id(KeptDecision kept) {
    return kept.entry().decided().decisionId();
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
