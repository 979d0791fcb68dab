package io.redress.console.rulesets;

import io.redress.http.load.ExpensiveRead;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.export.CsvTable;
import io.redress.security.access.Role;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /rulesets/export.csv}: the list of rule sets as a file, newest first. */
@Path("/rulesets/export.csv")
@RolesAllowed({Role.EDIT, Role.ACTIVATE, Role.AUDIT})
@Blocking
public class RuleSetExportResource {
  private static final int BATCH_SIZE = 200;
  private static final List<String> COLUMNS =
      List.of(
          "number", "version", "status", "comment", "createdAt", "createdBy", "parent", "blockers");

  private final RuleSets ruleSets;

  RuleSetExportResource(RuleSets ruleSets) {
    this.ruleSets = ruleSets;
  }

  /**
   * @param status of the rule sets; empty for all
   */
  @GET
  @ExpensiveRead
  @Operation(hidden = true)
  public Response csv(@QueryParam("status") @DefaultValue("") String status) throws IOException {
    Set<RuleSetStatus> wanted = RuleSetListView.shown(RuleSetListView.status(status));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvTable table = new CsvTable(out, COLUMNS);
    List<StoredRuleSet> page = ruleSets.page(wanted, 0, BATCH_SIZE);
    for (long offset = BATCH_SIZE; !page.isEmpty(); offset += BATCH_SIZE) {
      for (StoredRuleSet one : page) {
        table.add(row(one));
      }
      page = ruleSets.page(wanted, offset, BATCH_SIZE);
    }
    table.finish();
    return Response.ok(out.toByteArray(), "text/csv; charset=utf-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rulesets.csv\"")
        .build();
  }

  private static List<Object> row(StoredRuleSet one) {
    return Arrays.asList(
        one.number(),
        one.version(),
        one.status(),
        one.comment(),
        one.createdAt(),
        one.createdBy(),
        Objects.requireNonNullElse(one.parent(), ""),
        String.join(" ", one.activationBlockers()));
  }
}
