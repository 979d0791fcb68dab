package io.redress.console.access;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.redress.console.FormProblem;
import io.redress.http.gate.Callers;
import io.redress.http.problem.Page;
import io.redress.http.problem.ProblemType;
import io.redress.rules.source.RuleProblem;
import io.redress.security.access.KeyAdministration;
import io.redress.security.access.KeySpec;
import io.redress.security.access.KeyStore;
import io.redress.security.access.NewKey;
import io.redress.security.access.Protection;
import io.redress.security.access.Role;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** {@code /keys}: the keys of people and systems, created and revoked. */
@Path("/keys")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.ADMIN)
@Blocking
public class KeysPageResource {
  private static final int UNPROCESSABLE = 422;
  private static final FormProblem NOT_A_DAY = new FormProblem("expires", "access.notADay");

  private final KeyStore store;
  private final KeyAdministration keys;
  private final Protection protection;
  private final Clock clock;

  KeysPageResource(KeyStore store, KeyAdministration keys, Protection protection, Clock clock) {
    this.store = store;
    this.keys = keys;
    this.protection = protection;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "access")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance keys(KeyListView list);

    static native TemplateInstance created(NewKey created, boolean first);

    static native TemplateInstance refused(
        List<FormProblem> formProblems, List<RuleProblem> problems);
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance list(
      @QueryParam("page") @DefaultValue("1") String page,
      @QueryParam("size") @DefaultValue("50") String size) {
    Page wanted = Page.of(page, size);
    return Templates.keys(
        new KeyListView(
            store.page(wanted.offset(), wanted.size()).stream()
                .map(key -> KeyListView.Row.of(key, clock.instant()))
                .toList(),
            store.count(),
            wanted,
            protection.open()));
  }

  /** Creates a key; this answer alone shows its secret. */
  @POST
  @Operation(hidden = true)
  public Response add(
      @RestForm @DefaultValue("") String name,
      @RestForm @Nullable List<String> roles,
      @RestForm @DefaultValue("") String expires,
      @RestForm @DefaultValue("") String account,
      @Context RoutingContext request) {
    Optional<KeySpec> spec =
        new KeyForm(name, roles == null ? List.of() : roles, expires, account).spec();
    if (spec.isEmpty()) {
      return refused(List.of(NOT_A_DAY));
    }
    List<FormProblem> problems = keys.problems(spec.get()).stream().map(KeyForm::at).toList();
    if (!problems.isEmpty()) {
      return refused(problems);
    }
    boolean first = protection.open();
    NewKey created = keys.add(spec.get(), Callers.of(request));
    return Response.ok(Templates.created(created, first)).build();
  }

  private static Response refused(List<FormProblem> problems) {
    return Response.status(UNPROCESSABLE).entity(Templates.refused(problems, List.of())).build();
  }

  @POST
  @Path("{id}/revoke")
  @Operation(hidden = true)
  public Response revoke(@PathParam("id") String id, @Context RoutingContext request) {
    return keys.revoke(id, Callers.of(request))
        .map(revoked -> Response.ok().header("HX-Redirect", "/keys").build())
        .orElseThrow(
            () -> ProblemType.NOT_FOUND.with("There is no such key. See the list of keys."));
  }
}
