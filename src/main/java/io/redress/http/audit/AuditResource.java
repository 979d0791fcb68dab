package io.redress.http.audit;

import io.redress.http.load.ExpensiveRead;
import io.redress.http.problem.Page;
import io.redress.http.problem.ProblemType;
import io.redress.platform.database.StorableInstants;
import io.redress.security.access.Role;
import io.redress.security.audit.AuditLog;
import io.redress.security.audit.AuditQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/audit}: the audit log. */
@Path("/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.AUDIT, Role.ADMIN})
@Tag(name = "Access")
@ExpensiveRead
public class AuditResource {
  private final AuditLog log;

  AuditResource(AuditLog log) {
    this.log = log;
  }

  @GET
  @Operation(summary = "All audit events, newest first; X-Total-Count has their number")
  public Response list(
      @QueryParam("who") @Nullable String who,
      @QueryParam("what") @Nullable String what,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("page") @DefaultValue("1") String page,
      @QueryParam("size") @DefaultValue("50") String size) {
    AuditQuery query =
        new AuditQuery(
            who == null ? null : AuditParameters.name(who),
            what == null ? null : AuditParameters.action(what),
            from == null ? null : instant("from", from),
            to == null ? null : instant("to", to));
    Page wanted = Page.of(page, size);
    List<AuditAnswer> answers =
        log.page(query, wanted.offset(), wanted.size()).stream().map(AuditAnswer::of).toList();
    return Response.ok(answers).header(Page.TOTAL, log.count(query)).build();
  }

  private static Instant instant(String name, String text) {
    try {
      Instant instant = Instant.parse(text);
      if (StorableInstants.contain(instant)) {
        return instant;
      }
    } catch (DateTimeParseException invalid) {
      // reported below
    }
    throw ProblemType.MALFORMED_REQUEST.with(
        name + " is not an instant. Use one such as ?" + name + "=2026-01-31T00:00:00Z.");
  }
}
