package io.redress.http.decisions;

import io.redress.security.access.Role;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/decisions.csv}, {@code .xlsx} and {@code .ndjson}: all results of a search. */
@Path("/v1")
@RolesAllowed(Role.AUDIT)
@Tag(name = "Journal")
public class ExportResource {
  private final DecisionExports exports;

  ExportResource(DecisionExports exports) {
    this.exports = exports;
  }

  @GET
  @Path("decisions.csv")
  @Produces("text/csv")
  @Operation(summary = "Search results as CSV, oldest first, without personal data")
  public Response csv(@Context UriInfo address, @Context RoutingContext request) {
    return exports.csv(address, request);
  }

  @GET
  @Path("decisions.xlsx")
  @Produces(DecisionExports.WORKBOOK)
  @Operation(summary = "Search results as a workbook, oldest first, without personal data")
  public Response workbook(@Context UriInfo address, @Context RoutingContext request) {
    return exports.workbook(address, request);
  }

  @GET
  @Path("decisions.ndjson")
  @Produces(DecisionExports.LINES)
  @Operation(summary = "Search results, oldest first, one whole decision per line")
  public Response lines(@Context UriInfo address, @Context RoutingContext request) {
    return exports.lines(address, request);
  }
}
