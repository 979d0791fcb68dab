package io.redress.http.insight;

import io.redress.http.insight.UsageService.Usage;
import io.redress.http.load.ExpensiveRead;
import io.redress.http.problem.Page;
import io.redress.http.problem.ProblemType;
import io.redress.http.rulesets.RuleSetFileDownloads;
import io.redress.http.rulesets.RuleSetLookup;
import io.redress.insight.usage.RuleSetUsage.RowUsage;
import io.redress.lifecycle.TableSheetCache;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.security.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/rulesets/{version}/usage}: how often each row of a table answered. */
@Path("/v1/rulesets/{version}/usage")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.AUDIT)
@Tag(name = "Insight")
@ExpensiveRead
public class UsageResource {
  private final RuleSetLookup lookup;
  private final TableSheetCache sheets;
  private final UsageService service;
  private final UsageWorkbooks workbooks;
  private final Clock clock;

  UsageResource(
      RuleSetLookup lookup,
      TableSheetCache sheets,
      UsageService service,
      UsageWorkbooks workbooks,
      Clock clock) {
    this.lookup = lookup;
    this.sheets = sheets;
    this.service = service;
    this.workbooks = workbooks;
    this.clock = clock;
  }

  @GET
  @Operation(
      summary = "How often each row of the decision tables was used",
      description =
          "Decisions under other rule sets count for a row while they had a row with the same"
              + " cells in a table of the same name.")
  public Response usage(
      @PathParam("version") String version,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("table") @Nullable String table,
      @QueryParam("page") @DefaultValue("1") String page,
      @QueryParam("size") @DefaultValue("50") String size) {
    UsagePeriod period = UsagePeriod.of(from, to, clock.instant());
    Page wanted = Page.of(page, size);
    StoredRuleSet ruleSet = lookup.find(version);
    if (table != null && sheets.find(ruleSet, table).isEmpty()) {
      throw ProblemType.NOT_FOUND.with(
          "The rule set has no table of this name. See /v1/rulesets/" + version + "/tables.");
    }
    Usage usage = service.of(ruleSet, period);
    List<RowUsage> rows =
        usage.rows().rows().stream()
            .filter(row -> table == null || row.table().equals(table))
            .toList();
    List<RowUsage> shown = rows.stream().skip(wanted.offset()).limit(wanted.size()).toList();
    return Response.ok(UsageAnswer.of(ruleSet.version(), usage, rows, shown))
        .header(Page.TOTAL, rows.size())
        .build();
  }

  @GET
  @Path("{name: .+}")
  @Produces(RuleSetFileDownloads.WORKBOOK)
  @Operation(
      summary = "A workbook with the usage of each row in the last 90 days as further columns",
      description = "The columns are remarks: sent back, the workbook decides the same.")
  public Response workbook(@PathParam("version") String version, @PathParam("name") String name) {
    return workbooks.copy(lookup.find(version), name);
  }
}
