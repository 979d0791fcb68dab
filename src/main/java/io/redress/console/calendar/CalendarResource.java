package io.redress.console.calendar;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.redress.console.FormProblem;
import io.redress.console.Messages;
import io.redress.console.StageFormResource;
import io.redress.http.gate.Callers;
import io.redress.http.load.ExpensiveRead;
import io.redress.http.load.ExpensiveWrite;
import io.redress.http.problem.ProblemType;
import io.redress.http.rulesets.Proposals;
import io.redress.http.rulesets.RuleSetLookup;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.calendar.CalendarEdit;
import io.redress.rules.calendar.Calendars;
import io.redress.security.access.Role;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /rulesets/{version}/calendar}: the calendar by sheet, year and country. */
@Path("/rulesets/{version}/calendar")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.EDIT, Role.ACTIVATE, Role.AUDIT})
@Blocking
public class CalendarResource extends StageFormResource {
  private final RuleSets ruleSets;
  private final RuleSetLookup lookup;
  private final Proposals proposals;
  private final Messages messages;

  CalendarResource(
      RuleSets ruleSets, RuleSetLookup lookup, Proposals proposals, Messages messages) {
    this.ruleSets = ruleSets;
    this.lookup = lookup;
    this.proposals = proposals;
    this.messages = messages;
  }

  @CheckedTemplate(basePath = "calendar", requireTypeSafeExpressions = false)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance calendar(CalendarView view);
  }

  /**
   * @param sheet name of a sheet; by default the second, of days off
   */
  @GET
  @Operation(hidden = true)
  @ExpensiveRead
  public TemplateInstance calendar(
      @PathParam("version") String version,
      @QueryParam("sheet") @DefaultValue("") String sheet,
      @QueryParam("year") @DefaultValue("") String year,
      @QueryParam("first") @DefaultValue("") String first) {
    StoredRuleSet ruleSet = lookup.find(version);
    byte[] workbook =
        Objects.requireNonNullElse(
            ruleSets.contents(ruleSet).all().get(Calendars.FILE), new byte[0]);
    List<CalendarEdit> all = CalendarEdit.all(workbook);
    CalendarEdit shown =
        all.stream()
            .filter(one -> sheet.isEmpty() || one.name().equals(sheet))
            .limit(2)
            .reduce((before, next) -> next)
            .orElseThrow(
                () -> ProblemType.NOT_FOUND.with("The calendar has no sheet of this name."));
    return Templates.calendar(CalendarView.of(ruleSet, all, shown, year, first, messages));
  }

  @POST
  @RolesAllowed(Role.EDIT)
  @Operation(hidden = true)
  @ExpensiveWrite
  public Response save(
      @PathParam("version") String version,
      @BeanParam CalendarForm form,
      @Context RoutingContext request) {
    List<FormProblem> formProblems = ofComment(form.comment);
    if (!formProblems.isEmpty()) {
      return refused(formProblems, List.of());
    }
    return saved(
        proposals.propose(lookup.find(version), form::on, form.comment, Callers.of(request)));
  }
}
