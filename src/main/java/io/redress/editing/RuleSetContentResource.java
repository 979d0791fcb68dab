package io.redress.editing;

import io.redress.access.Role;
import io.redress.engine.DrlExport;
import io.redress.lifecycle.Comparisons;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.StoredFile;
import io.redress.lifecycle.StoredRuleSet;
import io.redress.problem.ProblemType;
import io.redress.ruleset.RuleSetFiles;
import io.redress.table.DecisionTable;
import io.redress.table.Tables;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is in a rule set: its files, and its tables in other forms. */
@Path("/v1/rulesets/{version}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rule sets")
@RolesAllowed({Role.EDIT, Role.ACTIVATE, Role.AUDIT})
public class RuleSetContentResource {
  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final RuleSets ruleSets;
  private final KnownRuleSets known;
  private final Comparisons comparisons;

  RuleSetContentResource(RuleSets ruleSets, KnownRuleSets known, Comparisons comparisons) {
    this.ruleSets = ruleSets;
    this.known = known;
    this.comparisons = comparisons;
  }

  @GET
  @Path("files")
  @Operation(summary = "The files of a rule set")
  public List<StoredFile> files(@PathParam("version") String version) {
    return ruleSets.files(known.find(version));
  }

  @GET
  @Path("files/{name: .+}")
  @Produces({WORKBOOK, MediaType.TEXT_PLAIN})
  @Operation(summary = "A file, as it was saved")
  public Response file(@PathParam("version") String version, @PathParam("name") String name) {
    byte[] content = ruleSets.contents(known.find(version)).all().get(name);
    if (content == null) {
      throw ProblemType.NOT_FOUND.with(
          "The rule set has no file of this name. See /v1/rulesets/" + version + "/files.");
    }
    String plain = name.substring(name.lastIndexOf('/') + 1);
    String encoded = URLEncoder.encode(plain, StandardCharsets.UTF_8).replace("+", "%20");
    return Response.ok(content)
        .type(name.endsWith(".xlsx") ? WORKBOOK : "text/plain; charset=utf-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + encoded)
        .build();
  }

  @GET
  @Path("tables")
  @Operation(summary = "The names of the decision tables of a rule set")
  public List<String> tables(@PathParam("version") String version) {
    return tables(contents(version)).all().stream().map(DecisionTable::name).toList();
  }

  @GET
  @Path("tables/{name}")
  @Operation(summary = "A decision table, cell by cell")
  public TableAnswer table(@PathParam("version") String version, @PathParam("name") String name) {
    RuleSetFiles files = contents(version);
    DecisionTable table = table(files, name, version);
    byte[] workbook = Objects.requireNonNull(files.all().get(table.file()));
    return TableAnswer.of(table, workbook);
  }

  @GET
  @Path("tables/{name}.drl")
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(summary = "A decision table as DRL, one rule a row, for audits with other tools")
  public String drl(@PathParam("version") String version, @PathParam("name") String name) {
    return DrlExport.of(table(contents(version), name, version));
  }

  @GET
  @Path("diff/{other}")
  @Operation(summary = "What changed from one rule set to another, by cell and in sentences")
  public DiffAnswer diff(@PathParam("version") String version, @PathParam("other") String other) {
    StoredRuleSet from = known.find(version);
    StoredRuleSet to = known.find(other);
    return new DiffAnswer(from.version(), to.version(), comparisons.between(from, to));
  }

  private RuleSetFiles contents(String version) {
    StoredRuleSet ruleSet = known.find(version);
    return ruleSets.contents(ruleSet);
  }

  private static DecisionTable table(RuleSetFiles files, String name, String version) {
    Optional<DecisionTable> table = tables(files).table(name);
    return table.orElseThrow(
        () ->
            ProblemType.NOT_FOUND.with(
                "The rule set has no table of this name. See /v1/rulesets/"
                    + version
                    + "/tables."));
  }

  private static Tables tables(RuleSetFiles files) {
    return Tables.read(files.rules(), new ArrayList<>());
  }
}
