package io.redress.http.rulesets;

import io.redress.http.gate.Callers;
import io.redress.http.load.ExpensiveRead;
import io.redress.http.load.ExpensiveWrite;
import io.redress.http.problem.Page;
import io.redress.http.problem.ProblemType;
import io.redress.lifecycle.ActivationObjection;
import io.redress.lifecycle.ActivationResult;
import io.redress.lifecycle.Activator;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.security.access.Role;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** {@code /v1/rulesets}: lists, proposes, activates and rolls back rule sets. */
@Path("/v1/rulesets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rule sets")
public class RuleSetResource {
  private static final Pattern ENTITY_TAG = Pattern.compile("(?:W/)?\"?([^\",\\s]+)\"?");

  private final RuleSets ruleSets;
  private final RuleSetLookup lookup;
  private final Proposals proposals;
  private final Activations activations;

  RuleSetResource(
      RuleSets ruleSets, RuleSetLookup lookup, Proposals proposals, Activations activations) {
    this.ruleSets = ruleSets;
    this.lookup = lookup;
    this.proposals = proposals;
    this.activations = activations;
  }

  @GET
  @RolesAllowed({Role.EDIT, Role.ACTIVATE, Role.AUDIT})
  @Operation(summary = "All rule sets, newest first; X-Total-Count has their number")
  @ExpensiveRead
  public Response list(
      @QueryParam("page") @DefaultValue("1") String page,
      @QueryParam("size") @DefaultValue("50") String size,
      @Context RoutingContext request) {
    Page wanted = Page.of(page, size);
    Activator by = Callers.activator(request);
    List<RuleSetAnswer> answers =
        ruleSets.page(wanted.offset(), wanted.size()).stream()
            .map(one -> RuleSetAnswer.of(one, ruleSets, by))
            .toList();
    return Response.ok(answers).header(Page.TOTAL, ruleSets.count()).build();
  }

  @GET
  @RolesAllowed({Role.EDIT, Role.ACTIVATE, Role.AUDIT})
  @Path("{version}")
  @Operation(summary = "A rule set and its admission report; active names the active one")
  public Response one(@PathParam("version") String version, @Context RoutingContext request) {
    return answer(Response.ok(), lookup.find(version), request);
  }

  @POST
  @RolesAllowed(Role.EDIT)
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(summary = "Create a candidate from a rule set with some files replaced")
  @ExpensiveWrite
  public Response propose(
      @RestForm("file") List<FileUpload> sent,
      @RestForm @Nullable String comment,
      @RestForm @DefaultValue(RuleSets.ACTIVE) String base,
      @Context RoutingContext request) {
    StoredRuleSet ruleSet =
        proposals.ofUploads(sent, lookup.find(base), comment, Callers.of(request)).ruleSet();
    return answer(
        Response.created(URI.create("/v1/rulesets/" + ruleSet.version())), ruleSet, request);
  }

  @POST
  @RolesAllowed(Role.ACTIVATE)
  @Path("{version}/activate")
  @Operation(summary = "Activate a rule set; If-Match names the version expected to be active")
  public Response activate(
      @PathParam("version") String version,
      @Context HttpHeaders headers,
      @Context RoutingContext request) {
    return activate(lookup.find(version), headers, request);
  }

  @POST
  @RolesAllowed(Role.ACTIVATE)
  @Path("{version}/rollback")
  @Operation(summary = "Roll back to a rule set that was active before")
  public Response rollBack(
      @PathParam("version") String version,
      @Context HttpHeaders headers,
      @Context RoutingContext request) {
    StoredRuleSet ruleSet = lookup.find(version);
    if (ruleSet.status().inWork() || ruleSet.status() == RuleSetStatus.REJECTED) {
      throw notActivated(
          ProblemType.NOT_ACTIVATED,
          List.of("It was never active. Activate it, or roll back to one that was."));
    }
    return activate(ruleSet, headers, request);
  }

  private Response activate(StoredRuleSet ruleSet, HttpHeaders headers, RoutingContext request) {
    ActivationResult outcome =
        activations.activate(ruleSet, expected(headers), Callers.activator(request));
    if (outcome instanceof ActivationResult.Refused refused) {
      throw notActivated(
          refused.otherReasons().isEmpty() ? ProblemType.GATES_NOT_MET : ProblemType.NOT_ACTIVATED,
          refused.objections().stream().map(RuleSetResource::reason).toList());
    }
    return answer(Response.ok(), ((ActivationResult.Activated) outcome).ruleSet(), request);
  }

  /** The versions of If-Match (RFC 9110), quoted or not; empty if any version is accepted. */
  private static Set<String> expected(HttpHeaders headers) {
    List<String> sent = headers.getRequestHeaders().get(HttpHeaders.IF_MATCH);
    if (sent == null) {
      return Set.of();
    }
    Set<String> versions = new TreeSet<>();
    ENTITY_TAG
        .matcher(String.join(", ", sent))
        .results()
        .map(tag -> tag.group(1))
        .forEach(versions::add);
    if (versions.isEmpty()) {
      throw ProblemType.MALFORMED_REQUEST.with(
          "If-Match has no version. Send the active one, or leave the header out.");
    }
    return versions.contains("*") ? Set.of() : versions;
  }

  private Response answer(
      Response.ResponseBuilder response, StoredRuleSet ruleSet, RoutingContext request) {
    return response
        .entity(RuleSetAnswer.of(ruleSet, ruleSets, Callers.activator(request)))
        .tag(new EntityTag(ruleSet.version()))
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .build();
  }

  private static String reason(ActivationObjection objection) {
    return objection instanceof ActivationObjection.Overtaken overtaken
        ? overtaken.text()
            + " Look at what changed, then activate with If-Match: \""
            + overtaken.active()
            + "\"."
        : objection.text();
  }

  private static RuntimeException notActivated(ProblemType type, List<String> reasons) {
    return type.with(String.join(" ", reasons), "reasons", reasons);
  }
}
