package io.redress.console.tables;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.redress.console.Links;
import io.redress.console.Messages;
import io.redress.console.answer.TableText;
import io.redress.http.gate.Callers;
import io.redress.http.load.ExpensiveRead;
import io.redress.http.load.ExpensiveWrite;
import io.redress.http.problem.ProblemType;
import io.redress.http.rulesets.Proposals;
import io.redress.http.rulesets.RuleSetLookup;
import io.redress.lifecycle.Proposal;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.TableSheetCache;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.ruleset.KnownCodes;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.table.TableSheet;
import io.redress.security.access.Role;
import io.smallrye.common.annotation.Blocking;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** {@code /tables}: the decision tables of a rule set, and the page that edits one. */
@Path("/tables")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.EDIT, Role.ACTIVATE, Role.AUDIT})
@Blocking
public class TablesResource {
  private static final int MAX_CHOICES = 50;

  private final RuleSets ruleSets;
  private final RuleSetLookup lookup;
  private final TableSheetCache tables;
  private final Proposals proposals;
  private final Messages messages;

  TablesResource(
      RuleSets ruleSets,
      RuleSetLookup lookup,
      TableSheetCache tables,
      Proposals proposals,
      Messages messages) {
    this.ruleSets = ruleSets;
    this.lookup = lookup;
    this.tables = tables;
    this.proposals = proposals;
    this.messages = messages;
  }

  @CheckedTemplate(basePath = "tables")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance list(
        StoredRuleSet shown,
        List<StoredRuleSet> choices,
        TableList list,
        String query,
        TableSearch search);

    static native TemplateInstance none();

    static native TemplateInstance table(
        StoredRuleSet shown, TableSheet grid, String title, Optional<String> purpose, String json);
  }

  /** The response to a new candidate: its version and page. */
  record Created(String version, String address) {}

  /** Identical content keeps its author and comment, so its page says that it was sent again. */
  private static Response created(Proposal.Kept kept) {
    String version = kept.ruleSet().version();
    String address = Links.ruleSet(version);
    return Response.status(kept.known() ? Response.Status.OK : Response.Status.CREATED)
        .entity(new Created(version, kept.known() ? address + "?again=true" : address))
        .type(MediaType.APPLICATION_JSON)
        .build();
  }

  @GET
  @Operation(hidden = true)
  @ExpensiveRead
  public TemplateInstance list(
      @QueryParam("version") @DefaultValue(RuleSets.ACTIVE) String version,
      @QueryParam("q") @DefaultValue("") String query) {
    if (version.equals(RuleSets.ACTIVE) && ruleSets.find(RuleSets.ACTIVE).isEmpty()) {
      return Templates.none();
    }
    StoredRuleSet shown = lookup.find(version);
    List<TableSheet> grids = tables.of(shown);
    List<StoredRuleSet> choices =
        ruleSets.page(0, MAX_CHOICES).stream()
            .filter(one -> one.status() != RuleSetStatus.REJECTED)
            .toList();
    return Templates.list(
        shown,
        choices,
        TableList.of(shown, grids, new TableText(messages)),
        query,
        TableSearch.of(grids, query, messages));
  }

  @GET
  @Path("{version}/{table}")
  @Operation(hidden = true)
  @ExpensiveRead
  public TemplateInstance table(
      @PathParam("version") String version, @PathParam("table") String table) {
    StoredRuleSet shown = lookup.find(version);
    TableSheet grid = find(shown, table);
    TableText words = new TableText(messages);
    return Templates.table(
        shown,
        grid,
        words.title(grid),
        words.purpose(grid),
        GridJson.of(shown, grid, codes(shown), messages));
  }

  @POST
  @Path("workbooks")
  @RolesAllowed(Role.EDIT)
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  @ExpensiveWrite
  public Response upload(
      @RestForm("file") List<FileUpload> sent,
      @RestForm @Nullable String comment,
      @RestForm @DefaultValue(RuleSets.ACTIVE) String base,
      @Context RoutingContext request) {
    return created(proposals.ofDropped(sent, lookup.find(base), comment, Callers.of(request)));
  }

  @POST
  @Path("{version}/{table}/check")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  @ExpensiveRead
  public CheckAnswer check(
      @PathParam("version") String version, @PathParam("table") String table, InputStream body) {
    StoredRuleSet base = lookup.find(version);
    TableSheet grid = find(base, table);
    return CheckAnswer.of(
        base, grid, TypedTable.read(body, grid), codes(base), ruleSets.find(RuleSets.ACTIVE));
  }

  @POST
  @Path("{version}/{table}")
  @RolesAllowed(Role.EDIT)
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  @ExpensiveWrite
  public Response save(
      @PathParam("version") String version,
      @PathParam("table") String table,
      InputStream body,
      @Context RoutingContext request) {
    StoredRuleSet base = lookup.find(version);
    TableSheet grid = find(base, table);
    TypedTable typed = TypedTable.read(body, grid);
    if (Proposals.tidied(typed.comment()).isEmpty()) {
      throw ProblemType.MALFORMED_REQUEST.with(
          "The comment is missing. Describe briefly what changes, and why.");
    }
    return created(
        proposals.of(base, files -> typed.on(files, grid), typed.comment(), Callers.of(request)));
  }

  /** The codes that facts can have; empty if the rule set cannot be read. */
  private Optional<KnownCodes> codes(StoredRuleSet ruleSet) {
    return ruleSets.load(ruleSet, new ArrayList<>()).map(RuleSet::codes);
  }

  private TableSheet find(StoredRuleSet ruleSet, String table) {
    return tables
        .find(ruleSet, table)
        .orElseThrow(
            () ->
                ProblemType.NOT_FOUND.with("The rule set has no table of this name. See /tables."));
  }
}
