package io.redress.http.decide;

import io.redress.http.problem.Endpoints;
import io.redress.http.problem.ProblemType;
import io.redress.platform.text.PlainId;
import io.redress.security.access.Role;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/decide/batch}. */
@Path(Endpoints.BATCH)
@Consumes(BatchResource.LINES)
@Produces(BatchResource.LINES)
@Tag(name = "Decisions")
public class BatchResource {
  public static final String LINES = "application/x-ndjson";

  private final BatchDecisions batches;

  BatchResource(BatchDecisions batches) {
    this.batches = batches;
  }

  @POST
  @RolesAllowed(Role.DECIDE)
  @Blocking
  @Operation(
      summary = "Decide many disputes by one rule set, each a line",
      description =
          "Send facts as JSON, one object a line, and read answers while you send: the first line"
              + " names the rule set, then comes an answer or a problem for each line, in order,"
              + " and in the end how many there were. Content-Encoding and Accept-Encoding can be"
              + " gzip or zstd.")
  @RequestBody(
      required = true,
      content = @Content(mediaType = LINES, schema = @Schema(type = SchemaType.STRING)))
  public Response decide(
      InputStream body,
      @QueryParam("keep") @Nullable String keep,
      @QueryParam("batch") @Nullable String batch,
      @Context RoutingContext request) {
    if (keep != null && !keep.equals("true") && !keep.equals("false")) {
      throw ProblemType.MALFORMED_REQUEST.with("keep can only be true or false.");
    }
    boolean kept = !"false".equals(keep);
    if (batch != null && !kept) {
      throw ProblemType.MALFORMED_REQUEST.with(
          "Only decisions that are kept can be repeated. Omit batch, or keep=false.");
    }
    if (batch != null && !PlainId.isValid(batch)) {
      throw ProblemType.MALFORMED_REQUEST.with(
          "batch must have 1 to " + PlainId.MAX_LENGTH + " of A-Z a-z 0-9 . _ : - characters.");
    }
    BatchEncoding encoding = BatchEncoding.accepted(request.request());
    Response.ResponseBuilder answer =
        Response.ok(batches.begin(body, kept, batch, encoding, request))
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    return encoding == BatchEncoding.IDENTITY
        ? answer.build()
        : answer.header(HttpHeaders.CONTENT_ENCODING, encoding.token()).build();
  }
}
