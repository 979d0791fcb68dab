package io.redress.http.rulesets;

import io.redress.http.load.ExpensiveRead;
import io.redress.http.problem.ProblemType;
import io.redress.lifecycle.ComparisonCache;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.TableSheetCache;
import io.redress.lifecycle.store.StoredFile;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.engine.DrlExport;
import io.redress.rules.table.TableSheet;
import io.redress.security.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The contents of a rule set: files, tables, DRL exports, and differences. */
@Path("/v1/rulesets/{version}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rule sets")
@RolesAllowed({Role.EDIT, Role.ACTIVATE, Role.AUDIT})
@ExpensiveRead
public class RuleSetContentResource {
  private final RuleSets ruleSets;
  private final RuleSetLookup lookup;
  private final TableSheetCache sheets;
  private final ComparisonCache comparisons;
  private final RuleSetFileDownloads downloads;

  RuleSetContentResource(
      RuleSets ruleSets,
      RuleSetLookup lookup,
      TableSheetCache sheets,
      ComparisonCache comparisons,
      RuleSetFileDownloads downloads) {
    this.ruleSets = ruleSets;
    this.lookup = lookup;
    this.sheets = sheets;
    this.comparisons = comparisons;
    this.downloads = downloads;
  }

  @GET
  @Path("files")
  @Operation(summary = "The files of a rule set")
  public List<StoredFile> files(@PathParam("version") String version) {
    return ruleSets.files(lookup.find(version));
  }

  @GET
  @Path("files/{name: .+}")
  @Produces({RuleSetFileDownloads.WORKBOOK, MediaType.TEXT_PLAIN})
  @Operation(summary = "A file as it was uploaded")
  public Response file(@PathParam("version") String version, @PathParam("name") String name) {
    return downloads.file(version, name);
  }

  @GET
  @Path("tables")
  @Operation(summary = "The names of the decision tables of a rule set")
  public List<String> tables(@PathParam("version") String version) {
    return sheets.of(lookup.find(version)).stream().map(sheet -> sheet.table().name()).toList();
  }

  @GET
  @Path("tables/{name}")
  @Operation(summary = "A decision table, cell by cell")
  public TableAnswer table(@PathParam("version") String version, @PathParam("name") String name) {
    return TableAnswer.of(sheet(version, name));
  }

  @GET
  @Path("tables/{name}.drl")
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(summary = "A decision table as DRL, one rule per row, for audits with other tools")
  public String drl(@PathParam("version") String version, @PathParam("name") String name) {
    return DrlExport.of(sheet(version, name).table());
  }

  @GET
  @Path("diff/{other}")
  @Operation(summary = "What changed from one rule set to another, by cell and in sentences")
  public DiffAnswer diff(@PathParam("version") String version, @PathParam("other") String other) {
    StoredRuleSet from = lookup.find(version);
    StoredRuleSet to = lookup.find(other);
    return new DiffAnswer(from.version(), to.version(), comparisons.between(from, to));
  }

  private TableSheet sheet(String version, String name) {
    return sheets
        .find(lookup.find(version), name)
        .orElseThrow(
            () ->
                ProblemType.NOT_FOUND.with(
                    "The rule set has no table of this name. See /v1/rulesets/"
                        + version
                        + "/tables."));
  }
}
