package io.redress.console.rulesets;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.redress.console.Links;
import io.redress.console.Messages;
import io.redress.console.Visitor;
import io.redress.console.impact.LatestImpact;
import io.redress.domain.decision.RuleSetId;
import io.redress.http.gate.Callers;
import io.redress.http.load.ExpensiveRead;
import io.redress.http.problem.ProblemType;
import io.redress.http.rulesets.Activations;
import io.redress.http.rulesets.RuleSetLookup;
import io.redress.lifecycle.ActivationResult;
import io.redress.lifecycle.AdmissionReport;
import io.redress.lifecycle.ComparisonCache;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.TableSheetCache;
import io.redress.lifecycle.store.Activation;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.security.access.Role;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** {@code /rulesets/{version}/activation}: previews and performs an activation or rollback. */
@Path("/rulesets/{version}/activation")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.ACTIVATE)
@Blocking
public class ActivationPageResource {
  private final RuleSets ruleSets;
  private final RuleSetLookup lookup;
  private final ComparisonCache comparisons;
  private final Activations activations;
  private final LatestImpact impact;
  private final TableSheetCache sheets;
  private final Messages messages;
  private final GatePages gates;
  private final Visitor visitor;

  ActivationPageResource(
      RuleSets ruleSets,
      RuleSetLookup lookup,
      ComparisonCache comparisons,
      Activations activations,
      LatestImpact impact,
      TableSheetCache sheets,
      Messages messages,
      GatePages gates,
      Visitor visitor) {
    this.ruleSets = ruleSets;
    this.lookup = lookup;
    this.comparisons = comparisons;
    this.activations = activations;
    this.impact = impact;
    this.sheets = sheets;
    this.messages = messages;
    this.gates = gates;
    this.visitor = visitor;
  }

  @CheckedTemplate(basePath = "rulesets", requireTypeSafeExpressions = false)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance activation(ActivationPreview preview);

    static native TemplateInstance refusal(Refusal refusal);
  }

  /** The confirmation dialog: what the activation changes. */
  @GET
  @Operation(hidden = true)
  @ExpensiveRead
  public TemplateInstance preview(
      @PathParam("version") String version, @Context RoutingContext request) {
    StoredRuleSet ruleSet = lookup.find(version);
    Optional<StoredRuleSet> active = ruleSets.find(RuleSets.ACTIVE);
    return Templates.activation(
        new ActivationPreview(
            ruleSet,
            active.orElse(null),
            latest().orElse(null),
            AdmissionReport.read(ruleSet).tests(),
            active
                .map(
                    from ->
                        new DifferenceView(
                            from,
                            ruleSet,
                            comparisons.between(from, ruleSet),
                            ruleSets.terms(ruleSet),
                            false,
                            ruleSets::contents,
                            (holder, table) ->
                                new TableWording(messages, sheets.find(holder, table))))
                .orElse(null),
            visitor.may(Role.AUDIT) ? impact.of(ruleSet).orElse(null) : null,
            gates.of(ruleSet, request).orElse(null)));
  }

  /**
   * @param expected the version that the page showed as active
   */
  @POST
  @Operation(hidden = true)
  public Response activate(
      @PathParam("version") String version,
      @RestForm @Nullable String expected,
      @Context RoutingContext request) {
    if (expected == null || !(expected.isEmpty() || RuleSetId.isVersion(expected))) {
      throw ProblemType.MALFORMED_REQUEST.with(
          "The request does not name the rule set shown as active. Reload the page.");
    }
    StoredRuleSet ruleSet = lookup.find(version);
    String active = ruleSets.find(RuleSets.ACTIVE).map(StoredRuleSet::version).orElse("");
    if (active.equals(version)) {
      return activated(ruleSet, expected);
    }
    if (!active.equals(expected)) {
      return refused(new Refusal(ruleSet, latest().orElse(null), List.of(), List.of()));
    }
    ActivationResult outcome =
        activations.activate(
            ruleSet, expected.isEmpty() ? Set.of() : Set.of(expected), Callers.activator(request));
    if (outcome instanceof ActivationResult.Refused refused) {
      boolean overtaken = latest().filter(latest -> !latest.version().equals(expected)).isPresent();
      return refused(
          new Refusal(
              ruleSet,
              overtaken ? latest().orElse(null) : null,
              overtaken ? List.of() : refused.otherReasons(),
              overtaken ? List.of() : refused.gates()));
    }
    return activated(ruleSet, active);
  }

  private static Response activated(StoredRuleSet ruleSet, String replaced) {
    String address = Links.ruleSet(ruleSet.version());
    return Response.ok()
        .header("HX-Redirect", replaced.isEmpty() ? address : address + "?replaced=" + replaced)
        .build();
  }

  private Optional<Activation> latest() {
    return ruleSets.activations(0, 1).stream().findFirst();
  }

  private static Response refused(Refusal refusal) {
    return Response.status(Response.Status.CONFLICT).entity(Templates.refusal(refusal)).build();
  }
}
