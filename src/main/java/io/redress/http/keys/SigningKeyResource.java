package io.redress.http.keys;

import io.redress.http.gate.Callers;
import io.redress.http.problem.ProblemType;
import io.redress.security.access.Role;
import io.redress.security.signing.SigningKeys;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/signing-keys}: the keys that sign certificates of decisions. */
@Path("/v1/signing-keys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN)
@Tag(name = "Access")
public class SigningKeyResource {
  private final SigningKeys keys;

  SigningKeyResource(SigningKeys keys) {
    this.keys = keys;
  }

  @GET
  @Operation(summary = "The keys that sign certificates, newest first")
  public List<SigningKeyAnswer> list() {
    return keys.all().stream().map(SigningKeyAnswer::of).toList();
  }

  @POST
  @Operation(
      summary = "Rotate the key that signs certificates: a new one signs from now on",
      description = "What earlier keys signed stays valid. A new key also follows by itself.")
  public SigningKeyAnswer rotate(@Context RoutingContext request) {
    return SigningKeyAnswer.of(keys.rotate(Callers.of(request)));
  }

  @DELETE
  @Path("{keyId}")
  @Operation(
      summary = "Revoke a key that signs certificates: what it signed is not valid any more",
      description = "Certificates can be requested again; another key signs them.")
  public SigningKeyAnswer revoke(
      @PathParam("keyId") String keyId, @Context RoutingContext request) {
    return keys.revoke(keyId, Callers.of(request))
        .map(SigningKeyAnswer::of)
        .orElseThrow(
            () ->
                ProblemType.NOT_FOUND.with(
                    "There is no such key. GET /v1/signing-keys lists all keys."));
  }
}
