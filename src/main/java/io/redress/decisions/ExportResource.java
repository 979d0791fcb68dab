package io.redress.decisions;

import io.redress.access.Role;
import io.redress.archive.Archive;
import io.redress.archive.KeptDecision;
import io.redress.archive.Search;
import io.redress.problem.LongAnswers;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/decisions.csv}, {@code .xlsx} and {@code .ndjson}: all that a search finds. */
@Path("/v1")
@RolesAllowed(Role.AUDIT)
@Tag(name = "Journal")
public class ExportResource {
  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String LINES = "application/x-ndjson";

  private final Archive archive;
  private final Clock clock;
  private final LongAnswers exports = new LongAnswers(2);

  ExportResource(Archive archive, Clock clock) {
    this.archive = archive;
    this.clock = clock;
  }

  /** Writes what a search finds. */
  private interface Format {
    void write(Archive archive, Search search, OutputStream out) throws IOException;
  }

  @GET
  @Path("decisions.csv")
  @Produces("text/csv")
  @Operation(summary = "What a search finds as CSV, the oldest first, without personal data")
  public Response csv(@Context UriInfo address, @Context RoutingContext request) {
    return export("csv", "text/csv; charset=utf-8", CsvExport::write, address, request);
  }

  @GET
  @Path("decisions.xlsx")
  @Produces(WORKBOOK)
  @Operation(summary = "What a search finds as a workbook, the oldest first, without personal data")
  public Response workbook(@Context UriInfo address, @Context RoutingContext request) {
    return export("xlsx", WORKBOOK, WorkbookExport::write, address, request);
  }

  @GET
  @Path("decisions.ndjson")
  @Produces(LINES)
  @Operation(summary = "What a search finds, the oldest first, each on a line, whole as by its id")
  public Response lines(@Context UriInfo address, @Context RoutingContext request) {
    return export("ndjson", LINES, ExportResource::lines, address, request);
  }

  private static void lines(Archive archive, Search search, OutputStream out) {
    archive.entries(search, kept -> line(kept, out));
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
    Search search = SearchParameters.ofExport(address.getQueryParameters());
    String name = "decisions-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return Response.ok(
            exports.next(
                request,
                out -> format.write(archive, search, out),
                "Others export decisions, too. Ask for these again after Retry-After."),
            type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + ending + "\"")
        .build();
  }
}
