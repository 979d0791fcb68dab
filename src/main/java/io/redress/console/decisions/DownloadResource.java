package io.redress.console.decisions;

import io.redress.http.decisions.DecisionExports;
import io.redress.http.decisions.RecordedDecisions;
import io.redress.security.access.Role;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Search results and certificates as files, for users of the console. */
@Path("/decisions")
@RolesAllowed(Role.AUDIT)
@Blocking
public class DownloadResource {
  private final DecisionExports exports;
  private final RecordedDecisions decisions;

  DownloadResource(DecisionExports exports, RecordedDecisions decisions) {
    this.exports = exports;
    this.decisions = decisions;
  }

  @GET
  @Path("export.csv")
  @Operation(hidden = true)
  public Response csv(@Context UriInfo address, @Context RoutingContext request) {
    return exports.csv(address, request);
  }

  @GET
  @Path("export.xlsx")
  @Operation(hidden = true)
  public Response workbook(@Context UriInfo address, @Context RoutingContext request) {
    return exports.workbook(address, request);
  }

  @GET
  @Path("{decisionId}/certificate")
  @Operation(hidden = true)
  public Response certificate(@PathParam("decisionId") String decisionId) {
    return decisions.certificate(decisionId);
  }
}
