package io.redress.http.decisions;

import io.redress.http.gate.Callers;
import io.redress.http.problem.ProblemType;
import io.redress.journal.read.PersonalDataDestruction;
import io.redress.journal.read.PersonalDataKeys;
import io.redress.platform.text.PlainId;
import io.redress.security.access.Role;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * {@code DELETE /v1/disputes/{disputeId}/personal-data}: destroys the personal data of a dispute.
 */
@Path("/v1/disputes/{disputeId}/personal-data")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN)
@Tag(name = "Journal")
public class PersonalDataResource {
  private final PersonalDataKeys keys;

  PersonalDataResource(PersonalDataKeys keys) {
    this.keys = keys;
  }

  @DELETE
  @Operation(
      summary = "Destroy the personal data of a dispute",
      description =
          "The decisions are kept and remain verifiable. Repeating the request has no effect.")
  public PersonalDataDestruction destroy(
      @PathParam("disputeId") String disputeId, @Context RoutingContext request) {
    if (!PlainId.isValid(disputeId)) {
      throw ProblemType.MALFORMED_REQUEST.with(
          "The dispute ID must have 1 to 64 of A-Z a-z 0-9 . _ : -");
    }
    return keys.destroy(disputeId, Callers.of(request));
  }
}
