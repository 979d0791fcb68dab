package io.redress.console.rulesets;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.redress.access.Role;
import io.redress.console.Visitor;
import io.redress.editing.KnownRuleSets;
import io.redress.gate.Callers;
import io.redress.lifecycle.Comparisons;
import io.redress.lifecycle.Handover;
import io.redress.lifecycle.Report;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.Status;
import io.redress.lifecycle.StoredRuleSet;
import io.redress.problem.Page;
import io.redress.table.Tables;
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
public class RuleSetsResource {
  private static final int OTHERS = 30;
  private static final String TURNS_OF_A_PAGE = "10";

  private final RuleSets ruleSets;
  private final KnownRuleSets known;
  private final Comparisons comparisons;
  private final Visitor visitor;

  RuleSetsResource(
      RuleSets ruleSets, KnownRuleSets known, Comparisons comparisons, Visitor visitor) {
    this.ruleSets = ruleSets;
    this.known = known;
    this.comparisons = comparisons;
    this.visitor = visitor;
  }

  @CheckedTemplate(basePath = "rulesets", requireTypeSafeExpressions = false)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance overview(Overview overview);

    static native TemplateInstance subject(Subject subject);

    static native TemplateInstance difference(Difference difference);
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance overview(
      @QueryParam("status") @DefaultValue("") String status,
      @QueryParam("page") @DefaultValue("1") String page,
      @QueryParam("size") @DefaultValue("20") String size,
      @QueryParam("turns") @DefaultValue("1") String turns) {
    return Templates.overview(
        Overview.of(ruleSets, status, Page.of(page, size), Page.of(turns, TURNS_OF_A_PAGE)));
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
    Optional<Handover> since = ruleSets.handovers(0, 1).stream().findFirst();
    StoredRuleSet compared =
        with == null ? usual(ruleSet, active, since).orElse(null) : known.find(with);
    Findings findings =
        new Findings(
            ruleSet.version(),
            Report.read(ruleSet),
            () -> Tables.read(ruleSets.contents(ruleSet).rules(), new ArrayList<>()));
    return Templates.subject(
        new Subject(
            ruleSet,
            active.orElse(null),
            since.orElse(null),
            ruleSets.needsOtherEyes(ruleSet, Callers.of(request)),
            visitor.may(Role.ACTIVATE),
            others(ruleSet, active),
            compared,
            findings,
            ruleSets.files(ruleSet).stream()
                .map(file -> Subject.Download.of(ruleSet.version(), file))
                .toList(),
            again,
            since
                .filter(handover -> handover.to().equals(ruleSet.version()))
                .flatMap(handover -> Optional.ofNullable(handover.from()))
                .filter(from -> from.equals(replaced) && !from.equals(ruleSet.version()))
                .flatMap(ruleSets::find)
                .orElse(null)));
  }

  /** What it would replace or, as it decides, what it replaced. */
  private Optional<StoredRuleSet> usual(
      StoredRuleSet ruleSet, Optional<StoredRuleSet> active, Optional<Handover> since) {
    if (ruleSet.status() != Status.ACTIVE) {
      return active;
    }
    return since
        .flatMap(handover -> Optional.ofNullable(handover.from()))
        .or(() -> Optional.ofNullable(ruleSet.parent()))
        .flatMap(ruleSets::find);
  }

  private List<StoredRuleSet> others(StoredRuleSet ruleSet, Optional<StoredRuleSet> active) {
    return Stream.concat(active.stream(), ruleSets.page(0, OTHERS).stream())
        .filter(other -> !other.version().equals(ruleSet.version()))
        .filter(other -> other.status() != Status.REJECTED)
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
    return Templates.difference(new Difference(from, to, comparisons.between(from, to), all));
  }
}
