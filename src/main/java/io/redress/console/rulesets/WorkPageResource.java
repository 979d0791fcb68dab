package io.redress.console.rulesets;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.redress.console.Links;
import io.redress.http.gate.Callers;
import io.redress.http.load.ExpensiveWrite;
import io.redress.http.rulesets.Archive;
import io.redress.http.rulesets.CaseAcceptance;
import io.redress.http.rulesets.Rebase;
import io.redress.http.rulesets.RuleSetLookup;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.security.access.Role;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** {@code /rulesets/{version}/...}: what editors do with a candidate as a whole. */
@Path("/rulesets/{version}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.EDIT)
@Blocking
public class WorkPageResource {
  private final RuleSetLookup lookup;
  private final CaseAcceptance acceptance;
  private final Archive archive;
  private final Rebase rebase;

  WorkPageResource(
      RuleSetLookup lookup, CaseAcceptance acceptance, Archive archive, Rebase rebase) {
    this.lookup = lookup;
    this.acceptance = acceptance;
    this.archive = archive;
    this.rebase = rebase;
  }

  @CheckedTemplate(basePath = "rulesets", requireTypeSafeExpressions = false)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance conflicts(ConflictsView view);
  }

  /**
   * @param id ids of failing test cases, whose new results become the expected ones
   */
  @POST
  @Path("accept")
  @Operation(hidden = true)
  @ExpensiveWrite
  public Response accept(
      @PathParam("version") String version,
      @RestForm @Nullable List<String> id,
      @Context RoutingContext request) {
    Set<String> ids = id == null ? Set.of() : new TreeSet<>(id);
    CaseAcceptance.Accepted accepted =
        acceptance.accept(lookup.find(version), ids, null, Callers.of(request));
    return to(
        Links.ruleSet(accepted.ruleSet().version())
            + "?accepted="
            + accepted.accepted().size()
            + "&left="
            + accepted.problems().size());
  }

  @POST
  @Path("archive")
  @Operation(hidden = true)
  public Response archive(
      @PathParam("version") String version,
      @RestForm @Nullable String reason,
      @Context RoutingContext request) {
    archive.add(lookup.find(version), reason, Callers.of(request));
    return to(Links.ruleSet(version));
  }

  @POST
  @Path("reopen")
  @Operation(hidden = true)
  public Response reopen(@PathParam("version") String version, @Context RoutingContext request) {
    archive.remove(lookup.find(version), Callers.of(request));
    return to(Links.ruleSet(version));
  }

  /** Brings the candidate up to date, or asks whose change counts where both changed the same. */
  @POST
  @Path("rebase")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  @ExpensiveWrite
  public Response rebase(
      @PathParam("version") String version,
      MultivaluedMap<String, String> form,
      @Context RoutingContext request) {
    Rebase.Choices choices = ConflictsView.choices(form);
    Rebase.Rebased rebased = rebase.rebase(lookup.find(version), choices, Callers.of(request));
    StoredRuleSet next = rebased.ruleSet();
    return next != null
        ? to(Links.ruleSet(next.version()))
        : Response.status(Response.Status.CONFLICT)
            .entity(Templates.conflicts(ConflictsView.of(version, rebased, choices)))
            .build();
  }

  private static Response to(String address) {
    return Response.ok().header("HX-Redirect", address).build();
  }
}
