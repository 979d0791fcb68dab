package io.redress.console.usage;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.redress.console.Messages;
import io.redress.http.insight.UsagePeriod;
import io.redress.http.insight.UsageService;
import io.redress.http.insight.UsageService.Usage;
import io.redress.http.insight.UsageWorkbooks;
import io.redress.http.load.ExpensiveRead;
import io.redress.http.rulesets.RuleSetLookup;
import io.redress.insight.usage.RuleSetUsage.RowUsage;
import io.redress.lifecycle.TableSheetCache;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.security.access.Role;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Named;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /rulesets/{version}/usage}: which rows of a rule set are used. */
@Path("/rulesets/{version}/usage")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.AUDIT)
@Blocking
@ExpensiveRead
public class UsagePageResource {
  private final RuleSetLookup lookup;
  private final TableSheetCache sheets;
  private final UsageService service;
  private final UsageWorkbooks workbooks;
  private final Messages messages;
  private final Clock clock;

  UsagePageResource(
      RuleSetLookup lookup,
      TableSheetCache sheets,
      UsageService service,
      UsageWorkbooks workbooks,
      @Named("t") Messages messages,
      Clock clock) {
    this.lookup = lookup;
    this.sheets = sheets;
    this.service = service;
    this.workbooks = workbooks;
    this.messages = messages;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "usage")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance usage(UsageView view);
  }

  /**
   * What the grid shows beside a row.
   *
   * @param row as the spreadsheet shows it
   * @param shown the number of decisions, formatted
   * @param text the same as a sentence, with the last day and the money
   */
  record RowFigure(int row, boolean unused, String shown, String text) {}

  @GET
  @Operation(hidden = true)
  public TemplateInstance page(@PathParam("version") String version) {
    StoredRuleSet ruleSet = lookup.find(version);
    return Templates.usage(UsageView.of(ruleSet, sheets.of(ruleSet), usage(ruleSet), messages));
  }

  /** The figures of a table's rows, as JSON; none where no decision was read. */
  @GET
  @Path("tables/{table}")
  @Operation(hidden = true)
  public Response figures(@PathParam("version") String version, @PathParam("table") String table) {
    Usage usage = usage(lookup.find(version));
    List<RowFigure> figures =
        usage.population().read() == 0
            ? List.of()
            : usage.rows().rows().stream()
                .filter(row -> row.table().equals(table))
                .map(this::figure)
                .toList();
    return Response.ok(figures, MediaType.APPLICATION_JSON).build();
  }

  @GET
  @Path("files/{name: .+}")
  @Operation(hidden = true)
  public Response workbook(@PathParam("version") String version, @PathParam("name") String name) {
    return workbooks.copy(lookup.find(version), name);
  }

  private Usage usage(StoredRuleSet ruleSet) {
    return service.of(ruleSet, UsagePeriod.latest(clock.instant()));
  }

  private RowFigure figure(RowUsage row) {
    String money = UsageView.money(row, messages);
    return new RowFigure(
        row.row(),
        row.unused(),
        messages.number(row.decisions()),
        row.lastUsed() == null
            ? messages.say("usage.rowUnused", UsagePeriod.DAYS)
            : money.isEmpty()
                ? messages.say(
                    "usage.rowUsed",
                    row.decisions(),
                    UsagePeriod.DAYS,
                    messages.date(row.lastUsed()))
                : messages.say(
                    "usage.rowUsedFor",
                    row.decisions(),
                    UsagePeriod.DAYS,
                    messages.date(row.lastUsed()),
                    money));
  }
}
