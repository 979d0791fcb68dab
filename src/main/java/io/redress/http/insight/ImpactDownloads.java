package io.redress.http.insight;

import io.redress.http.decisions.DecisionExports;
import io.redress.http.load.StreamedAnswers;
import io.redress.http.problem.ProblemType;
import io.redress.insight.impact.Change;
import io.redress.journal.impact.ImpactRun;
import io.redress.journal.impact.ImpactRuns;
import io.redress.platform.export.ExportTable;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Streams the disputes that a run decides otherwise as a file. */
@Singleton
public class ImpactDownloads {
  private final ImpactRuns runs;
  private final StreamedAnswers downloads;

  ImpactDownloads(
      ImpactRuns runs,
      @ConfigProperty(name = "redress.response.reading-limit") Duration readingLimit) {
    this.runs = runs;
    this.downloads = new StreamedAnswers(1, 4, readingLimit);
  }

  private interface Format {
    ExportTable open(OutputStream out) throws IOException;
  }

  public Response csv(ImpactRun run, RoutingContext request) {
    return download(
        run,
        "csv",
        "text/csv; charset=utf-8",
        out -> ExportTable.csv(out, Change.COLUMNS),
        request);
  }

  public Response workbook(ImpactRun run, RoutingContext request) {
    return download(
        run,
        "xlsx",
        DecisionExports.WORKBOOK,
        out -> ExportTable.workbook(out, "Changes", Change.COLUMNS),
        request);
  }

  private Response download(
      ImpactRun run, String ending, String type, Format format, RoutingContext request) {
    if (run.status() != ImpactRun.Status.DONE) {
      throw ProblemType.NOT_FOUND.with(
          "This run is " + run.status() + ". Its changes are there when it is DONE.");
    }
    return Response.ok(
            downloads.next(
                request,
                out -> write(run, format, out),
                "Too many downloads are running. Retry after the time in Retry-After."),
            type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"impact-" + run.number() + "." + ending + "\"")
        .build();
  }

  private void write(ImpactRun run, Format format, OutputStream out) throws IOException {
    ExportTable table = format.open(out);
    runs.changes(run.id(), change -> add(change, table));
    if (runs.find(run.id()).isEmpty()) {
      throw new IOException("The run was deleted while its changes were read.");
    }
    table.finish();
  }

  private static void add(Change change, ExportTable table) {
    try {
      table.add(change.values());
    } catch (IOException clientLeft) {
      throw new UncheckedIOException(clientLeft);
    }
  }
}
