package io.redress.http.insight;

import io.redress.http.decisions.DecisionExports;
import io.redress.http.load.StreamedAnswers;
import io.redress.http.problem.ProblemType;
import io.redress.insight.impact.Change;
import io.redress.insight.impact.ImpactReport;
import io.redress.insight.impact.ImpactReport.KpiChange;
import io.redress.journal.impact.ImpactRun;
import io.redress.journal.impact.ImpactRuns;
import io.redress.platform.export.ExportTable;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The disputes that a run decides otherwise, and its KPIs, as files. */
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

  /** The KPIs of a run as CSV. */
  public Response kpisAsCsv(ImpactRun run) {
    return kpis(
        run, "csv", "text/csv; charset=utf-8", out -> ExportTable.csv(out, KpiChange.COLUMNS));
  }

  /** The KPIs of a run as a workbook. */
  public Response kpisAsWorkbook(ImpactRun run) {
    return kpis(
        run,
        "xlsx",
        DecisionExports.WORKBOOK,
        out -> ExportTable.workbook(out, "KPIs", KpiChange.COLUMNS));
  }

  /** At most a few hundred lines, so that they are written at once. */
  private static Response kpis(ImpactRun run, String ending, String type, Format format) {
    requireResult(run);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ExportTable table = format.open(out);
      for (KpiChange kpi : run.result().map(ImpactReport::kpis).orElse(List.of())) {
        table.add(kpi.values());
      }
      table.finish();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Response.ok(out.toByteArray(), type)
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(run, "-kpis." + ending))
        .build();
  }

  private static String attachment(ImpactRun run, String ending) {
    return "attachment; filename=\"impact-" + run.number() + ending + "\"";
  }

  private static void requireResult(ImpactRun run) {
    if (run.status() != ImpactRun.Status.DONE) {
      throw ProblemType.NOT_FOUND.with(
          "This run is " + run.status() + ". Its results are there when it is DONE.");
    }
  }

  private Response download(
      ImpactRun run, String ending, String type, Format format, RoutingContext request) {
    requireResult(run);
    return Response.ok(
            downloads.next(
                request,
                out -> write(run, format, out),
                "Too many downloads are running. Retry after the time in Retry-After."),
            type)
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(run, "." + ending))
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
