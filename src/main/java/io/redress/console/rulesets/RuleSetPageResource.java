package io.redress.console.rulesets;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.redress.console.Visitor;
import io.redress.http.gate.Callers;
import io.redress.http.problem.Page;
import io.redress.http.rulesets.RuleSetLookup;
import io.redress.lifecycle.AdmissionReport;
import io.redress.lifecycle.ComparisonCache;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.Activation;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.table.Tables;
import io.redress.security.access.Role;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code /rulesets}: what rules there were, are and could be. */
@Path("/rulesets")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.EDIT, Role.ACTIVATE, Role.AUDIT})
@Blocking
public class RuleSetPageResource {
  private static final int OTHERS = 30;
  private static final String TURNS_OF_A_PAGE = "10";

  private final RuleSets ruleSets;
  private final RuleSetLookup known;
  private final ComparisonCache comparisons;
  private final Visitor visitor;

  RuleSetPageResource(
      RuleSets ruleSets, RuleSetLookup known, ComparisonCache comparisons, Visitor visitor) {
    this.ruleSets = ruleSets;
    this.known = known;
    this.comparisons = comparisons;
    this.visitor = visitor;
  }

  @CheckedTemplate(basePath = "rulesets", requireTypeSafeExpressions = false)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance overview(RuleSetListView overview);

    static native TemplateInstance subject(RuleSetView subject);

    static native TemplateInstance difference(DifferenceView difference);
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance overview(
      @QueryParam("status") @DefaultValue("") String status,
      @QueryParam("page") @DefaultValue("1") String page,
      @QueryParam("size") @DefaultValue("20") String size,
      @QueryParam("turns") @DefaultValue("1") String turns) {
    return Templates.overview(
        RuleSetListView.of(ruleSets, status, Page.of(page, size), Page.of(turns, TURNS_OF_A_PAGE)));
  }

  /**
   * @param with version that it is compared with; by default the one that it would replace, or did
   * @param again whether somebody sent just now what it holds already
   * @param replaced version that decided until just now; anything else is passed over
   */
  @GET
  @Path("{version}")
  @Operation(hidden = true)
  public TemplateInstance subject(
      @PathParam("version") String version,
      @QueryParam("with") @Nullable String with,
      @QueryParam("again") @DefaultValue("false") boolean again,
      @QueryParam("replaced") @Nullable String replaced,
      @Context RoutingContext request) {
    StoredRuleSet ruleSet = known.find(version);
    Optional<StoredRuleSet> active = ruleSets.find(RuleSets.ACTIVE);
    Optional<Activation> since = ruleSets.activations(0, 1).stream().findFirst();
    StoredRuleSet compared =
        with == null ? usual(ruleSet, active, since).orElse(null) : known.find(with);
    FindingsView findings =
        new FindingsView(
            ruleSet.version(),
            AdmissionReport.read(ruleSet),
            () -> Tables.read(ruleSets.contents(ruleSet).rules(), new ArrayList<>()));
    return Templates.subject(
        new RuleSetView(
            ruleSet,
            active.orElse(null),
            since.orElse(null),
            ruleSets.needsOtherEyes(ruleSet, Callers.of(request)),
            visitor.may(Role.ACTIVATE),
            others(ruleSet, active),
            compared,
            findings,
            ruleSets.files(ruleSet).stream()
                .map(file -> RuleSetView.Download.of(ruleSet.version(), file))
                .toList(),
            again,
            since
                .filter(activation -> activation.version().equals(ruleSet.version()))
                .flatMap(activation -> Optional.ofNullable(activation.previousVersion()))
                .filter(from -> from.equals(replaced) && !from.equals(ruleSet.version()))
                .flatMap(ruleSets::find)
                .orElse(null)));
  }

  /** What it would replace or, as it decides, what it replaced. */
  private Optional<StoredRuleSet> usual(
      StoredRuleSet ruleSet, Optional<StoredRuleSet> active, Optional<Activation> since) {
    if (ruleSet.status() != RuleSetStatus.ACTIVE) {
      return active;
    }
    return since
        .flatMap(activation -> Optional.ofNullable(activation.previousVersion()))
        .or(() -> Optional.ofNullable(ruleSet.parent()))
        .flatMap(ruleSets::find);
  }

  private List<StoredRuleSet> others(StoredRuleSet ruleSet, Optional<StoredRuleSet> active) {
    return Stream.concat(active.stream(), ruleSets.page(0, OTHERS).stream())
        .filter(other -> !other.version().equals(ruleSet.version()))
        .filter(other -> other.status() != RuleSetStatus.REJECTED)
        .distinct()
        .toList();
  }

  /** A part of the page of a rule set, as comparing takes a moment. */
  @GET
  @Path("{version}/difference")
  @Operation(hidden = true)
  public TemplateInstance difference(
      @PathParam("version") String version,
      @QueryParam("with") @DefaultValue(RuleSets.ACTIVE) String with,
      @QueryParam("all") @DefaultValue("false") boolean all) {
    StoredRuleSet to = known.find(version);
    StoredRuleSet from = known.find(with);
    return Templates.difference(new DifferenceView(from, to, comparisons.between(from, to), all));
  }
}
