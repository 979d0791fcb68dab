package io.redress.console.access;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.redress.console.ListQuery;
import io.redress.http.audit.AuditExport;
import io.redress.http.audit.AuditParameters;
import io.redress.http.load.ExpensiveRead;
import io.redress.http.problem.Page;
import io.redress.http.problem.ProblemType;
import io.redress.security.access.Role;
import io.redress.security.audit.AuditLog;
import io.redress.security.audit.AuditOrder;
import io.redress.security.audit.AuditQuery;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code /audit}: the audit log, and what was found in it as a file. */
@Path("/audit")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.AUDIT, Role.ADMIN})
@Blocking
@ExpensiveRead
public class AuditPageResource {
  private static final String FIRST = "1";
  private static final String ROWS = "50";

  private final AuditLog log;
  private final AuditExport export;

  AuditPageResource(AuditLog log, AuditExport export) {
    this.log = log;
    this.export = export;
  }

  @CheckedTemplate(basePath = "access")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance audit(AuditListView list);
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance list(@Context UriInfo address) {
    ListQuery query = ListQuery.of("/audit", address.getQueryParameters());
    AuditQuery wanted = search(query);
    AuditOrder order = AuditOrder.of(query.value("sort")).orElse(AuditOrder.NEWEST_FIRST);
    int total = log.count(wanted);
    Page asked = Page.of(or(query.value("page"), FIRST), or(query.value("size"), ROWS));
    Page page =
        query.day().map(day -> asked.holding(before(wanted, order, day), total)).orElse(asked);
    return Templates.audit(
        new AuditListView(
            query,
            order,
            log.page(wanted, order, page.offset(), page.size()).stream()
                .map(event -> AuditListView.Row.of(event, query))
                .toList(),
            total,
            page,
            ZoneId.systemDefault().getId()));
  }

  @GET
  @Path("export.csv")
  @Operation(hidden = true)
  public Response csv(@Context UriInfo address, @Context RoutingContext request) {
    return export.csv(search(ListQuery.of("/audit", address.getQueryParameters())), request);
  }

  /** How many of the events come before those of a day. */
  private int before(AuditQuery wanted, AuditOrder order, LocalDate day) {
    return log.count(
        order.descending() ? wanted.from(start(day.plusDays(1))) : wanted.to(start(day)));
  }

  private static AuditQuery search(ListQuery query) {
    String who = query.value("who");
    String what = query.value("what");
    return new AuditQuery(
        who.isEmpty() ? null : AuditParameters.name(who.strip()),
        what.isEmpty() ? null : AuditParameters.action(what),
        day(query.value("from"), 0),
        day(query.value("to"), 1));
  }

  /**
   * @param days added to the day, before its start is taken
   */
  private static @Nullable Instant day(String text, int days) {
    try {
      return text.isEmpty() ? null : start(LocalDate.parse(text).plusDays(days));
    } catch (DateTimeException malformed) {
      throw ProblemType.MALFORMED_REQUEST.with(
          "A date is not one. Use one such as ?from=2026-01-31.");
    }
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneId.systemDefault()).toInstant();
  }

  private static String or(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }
}
