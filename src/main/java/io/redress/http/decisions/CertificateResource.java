package io.redress.http.decisions;

import io.redress.http.load.ExpensiveRead;
import io.redress.security.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/decisions/{decisionId}/certificate}. */
@Path("/v1/decisions/{decisionId}/certificate")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.AUDIT)
@Tag(name = "Journal")
@ExpensiveRead
public class CertificateResource {
  private final RecordedDecisions decisions;

  CertificateResource(RecordedDecisions decisions) {
    this.decisions = decisions;
  }

  @GET
  @Operation(
      summary = "A signed certificate of a decision, which others can check offline",
      description =
          "It has hashes and no personal data. The command verify checks it with the public keys at"
              + " /.well-known/redress-keys. Its bytes are signed: pass them on as they are.")
  public Response certificate(@PathParam("decisionId") String decisionId) {
    return decisions.certificate(decisionId);
  }
}
