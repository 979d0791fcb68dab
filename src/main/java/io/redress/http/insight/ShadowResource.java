package io.redress.http.insight;

import io.quarkus.security.identity.SecurityIdentity;
import io.redress.http.gate.Callers;
import io.redress.http.load.ExpensiveRead;
import io.redress.journal.shadow.ShadowFigures;
import io.redress.lifecycle.store.Shadow;
import io.redress.security.access.Role;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/shadow}: a candidate that decides beside the active rule set, without effect. */
@Path("/v1/shadow")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Insight")
@ExpensiveRead
public class ShadowResource {
  private final ShadowService service;
  private final SecurityIdentity caller;

  ShadowResource(ShadowService service, SecurityIdentity caller) {
    this.service = service;
    this.caller = caller;
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ACTIVATE)
  @Operation(
      summary = "Have a rule set decide beside the active one, without effect",
      description =
          "It takes the place of the shadow at work, if any. Each replica begins within two"
              + " seconds. It ends when it is stopped, or when its rule set is activated or"
              + " archived.")
  public ShadowAnswer start(InputStream body, @Context RoutingContext request) {
    ShadowRequest wanted = Subjects.read(body, ShadowRequest.class);
    return answer(service.start(service.candidate(wanted), Callers.of(request)));
  }

  @GET
  @RolesAllowed({Role.EDIT, Role.ACTIVATE, Role.AUDIT})
  @Operation(
      summary = "The shadow at work, or the last one, with what it has shown so far",
      description = "What was decided, and what it costs, is for the role audit.")
  public ShadowAnswer get() {
    Shadow shadow = service.newest();
    return ShadowAnswer.of(
        shadow, audits() ? service.withLetters(shadow) : service.figures(shadow), audits());
  }

  @DELETE
  @RolesAllowed(Role.ACTIVATE)
  @Operation(summary = "Stop the shadow at work")
  public ShadowAnswer stop(@Context RoutingContext request) {
    return answer(service.stop(Callers.of(request)));
  }

  private ShadowAnswer answer(Shadow shadow) {
    ShadowFigures figures = service.figures(shadow);
    return ShadowAnswer.of(shadow, figures, audits());
  }

  private boolean audits() {
    return caller.hasRole(Role.AUDIT);
  }
}
