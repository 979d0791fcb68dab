package io.redress.console.rulesets;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.redress.console.ListQuery;
import io.redress.console.Messages;
import io.redress.console.Visitor;
import io.redress.console.impact.LatestImpact;
import io.redress.http.gate.Callers;
import io.redress.http.load.ExpensiveRead;
import io.redress.http.problem.Page;
import io.redress.http.rulesets.RuleSetLookup;
import io.redress.lifecycle.AdmissionReport;
import io.redress.lifecycle.ComparisonCache;
import io.redress.lifecycle.FolderNotes;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.Shadows;
import io.redress.lifecycle.TableSheetCache;
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
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code /rulesets}: all rule sets, one rule set, and differences between two. */
@Path("/rulesets")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.EDIT, Role.ACTIVATE, Role.AUDIT})
@Blocking
@ExpensiveRead
public class RuleSetPageResource {
  private static final int MAX_COMPARABLE = 30;
  private static final String ACTIVATIONS_PER_PAGE = "10";

  private final RuleSets ruleSets;
  private final RuleSetLookup lookup;
  private final ComparisonCache comparisons;
  private final FolderNotes folder;
  private final LatestImpact impact;
  private final TableSheetCache sheets;
  private final Messages messages;
  private final GatePages gates;
  private final Shadows shadows;
  private final Visitor visitor;

  RuleSetPageResource(
      RuleSets ruleSets,
      RuleSetLookup lookup,
      ComparisonCache comparisons,
      FolderNotes folder,
      LatestImpact impact,
      TableSheetCache sheets,
      Messages messages,
      GatePages gates,
      Shadows shadows,
      Visitor visitor) {
    this.ruleSets = ruleSets;
    this.lookup = lookup;
    this.comparisons = comparisons;
    this.folder = folder;
    this.impact = impact;
    this.sheets = sheets;
    this.messages = messages;
    this.gates = gates;
    this.shadows = shadows;
    this.visitor = visitor;
  }

  @CheckedTemplate(basePath = "rulesets", requireTypeSafeExpressions = false)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance list(RuleSetListView list);

    static native TemplateInstance ruleSet(RuleSetView view);

    static native TemplateInstance difference(DifferenceView difference);
  }

  /**
   * @param activations the page of activations, unless a day is asked for
   * @param activated a day whose page of activations is wanted
   */
  @GET
  @Operation(hidden = true)
  public TemplateInstance list(
      @QueryParam("status") @DefaultValue("") String status,
      @QueryParam("page") @DefaultValue("1") String page,
      @QueryParam("size") @DefaultValue("20") String size,
      @QueryParam("activations") @DefaultValue("1") String activations,
      @QueryParam("activated") @DefaultValue("") String activated,
      @Context UriInfo address,
      @Context RoutingContext request) {
    return Templates.list(
        RuleSetListView.of(
            ruleSets,
            folder.current(),
            status,
            Page.of(page, size),
            ListQuery.of("/rulesets", address.getQueryParameters()).day(),
            Page.of(activations, ACTIVATIONS_PER_PAGE),
            ListQuery.day(activated),
            Callers.activator(request)));
  }

  /**
   * @param with version to compare with; by default the one that it would replace, or did
   * @param again whether identical content was just sent again
   * @param replaced version that was active until just now; any other value is ignored
   * @param accepted how many new results of test cases were just accepted
   * @param left how many could not be
   */
  @GET
  @Path("{version}")
  @Operation(hidden = true)
  public TemplateInstance ruleSet(
      @PathParam("version") String version,
      @QueryParam("with") @Nullable String with,
      @QueryParam("again") @DefaultValue("false") boolean again,
      @QueryParam("replaced") @Nullable String replaced,
      @QueryParam("accepted") @DefaultValue("0") int accepted,
      @QueryParam("left") @DefaultValue("0") int left,
      @Context RoutingContext request) {
    StoredRuleSet ruleSet = lookup.find(version);
    Optional<StoredRuleSet> active = ruleSets.find(RuleSets.ACTIVE);
    Optional<Activation> since = ruleSets.activations(0, 1).stream().findFirst();
    StoredRuleSet compared =
        with == null ? defaultComparison(ruleSet, active, since).orElse(null) : lookup.find(with);
    FindingsView findings =
        new FindingsView(
            ruleSet.version(),
            ruleSet.status().inWork(),
            AdmissionReport.read(ruleSet),
            () -> Tables.read(ruleSets.contents(ruleSet).rules(), new ArrayList<>()));
    return Templates.ruleSet(
        new RuleSetView(
            ruleSet,
            active.orElse(null),
            since.orElse(null),
            ruleSets.needsAnotherPerson(ruleSet, Callers.of(request)),
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
                .orElse(null),
            Work.of(ruleSets, ruleSet, active, since, accepted, left),
            visitor.may(Role.AUDIT) ? impact.of(ruleSet).orElse(null) : null,
            gates.of(ruleSet, request).orElse(null),
            shadows.newest(ruleSet).orElse(null)));
  }

  /** The rule set that it would replace or, if active, did replace. */
  private Optional<StoredRuleSet> defaultComparison(
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
    return Stream.concat(active.stream(), ruleSets.page(0, MAX_COMPARABLE).stream())
        .filter(other -> !other.version().equals(ruleSet.version()))
        .filter(other -> other.status() != RuleSetStatus.REJECTED)
        .distinct()
        .toList();
  }

  /** The differences, which the page loads separately because comparing is slow. */
  @GET
  @Path("{version}/difference")
  @Operation(hidden = true)
  public TemplateInstance difference(
      @PathParam("version") String version,
      @QueryParam("with") @DefaultValue(RuleSets.ACTIVE) String with,
      @QueryParam("all") @DefaultValue("false") boolean all) {
    StoredRuleSet to = lookup.find(version);
    StoredRuleSet from = lookup.find(with);
    return Templates.difference(
        new DifferenceView(
            from,
            to,
            comparisons.between(from, to),
            ruleSets.terms(to),
            all,
            ruleSets::contents,
            (ruleSet, table) -> new TableWording(messages, sheets.find(ruleSet, table))));
  }
}
