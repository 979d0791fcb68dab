package io.redress.console.insight;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.redress.console.Messages;
import io.redress.console.answer.FactText;
import io.redress.console.answer.TableText;
import io.redress.domain.decision.DecisionId;
import io.redress.domain.dispute.ActionType;
import io.redress.http.insight.Subject;
import io.redress.http.insight.Subjects;
import io.redress.http.insight.WhatIfSearches;
import io.redress.http.load.ExpensiveRead;
import io.redress.http.problem.ProblemType;
import io.redress.insight.explain.ExplainedTable;
import io.redress.insight.explain.Explainer;
import io.redress.insight.explain.Explanation;
import io.redress.insight.explain.Question;
import io.redress.insight.whatif.Goal;
import io.redress.insight.whatif.WhatIfAnswer;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.TableSheetCache;
import io.redress.rules.table.TableSheet;
import io.redress.security.access.Role;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Named;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code /decisions/ID/why} and {@code /decisions/ID/help}, of recorded decisions. */
@Path("/decisions/{decisionId}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.AUDIT)
@Blocking
@ExpensiveRead
public class InsightPageResource {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,7}");

  private final Subjects subjects;
  private final WhatIfSearches searches;
  private final RuleSets ruleSets;
  private final TableSheetCache sheets;
  private final Messages messages;

  InsightPageResource(
      Subjects subjects,
      WhatIfSearches searches,
      RuleSets ruleSets,
      TableSheetCache sheets,
      @Named("t") Messages messages) {
    this.subjects = subjects;
    this.searches = searches;
    this.ruleSets = ruleSets;
    this.sheets = sheets;
    this.messages = messages;
  }

  @CheckedTemplate(basePath = "insight")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance why(WhyView why);

    static native TemplateInstance help(HelpView help);
  }

  @GET
  @Path("why")
  @Operation(hidden = true)
  public TemplateInstance why(
      @PathParam("decisionId") String decisionId,
      @QueryParam("table") @Nullable String table,
      @QueryParam("row") @Nullable String row) {
    Subject subject = subject(decisionId);
    String name = Objects.requireNonNullElse(table, "");
    Question question = new Question(name, number(row));
    if (!question.problems(subject.rules()).isEmpty()) {
      throw ProblemType.NOT_FOUND.with(
          "The rules of this decision have no such table or row. See the decision.");
    }
    Optional<TableSheet> sheet =
        ruleSets.find(subject.rules().id().version()).flatMap(stored -> sheets.find(stored, name));
    PageWording wording =
        new PageWording(new FactText(messages, Optional.of(subject.rules())), messages, sheet);
    Explanation explanation =
        Explainer.explain(subject.rules(), subject.dispute(), question, locale(), wording);
    ExplainedTable last = explanation.tables().get(explanation.tables().size() - 1);
    return Templates.why(
        new WhyView(
            decisionId,
            last,
            sheet.map(new TableText(messages)::title).orElse(last.sheet()),
            question.row() == null ? null : last.rows().get(0),
            wording));
  }

  @GET
  @Path("help")
  @Operation(hidden = true)
  public TemplateInstance help(
      @PathParam("decisionId") String decisionId,
      @QueryParam("goal") @Nullable String goal,
      @Context RoutingContext request) {
    Subject subject = subject(decisionId);
    ActionType wanted = goal == null || goal.isEmpty() ? null : goal(goal);
    WhatIfAnswer answer =
        searches.ask(
            subject.rules(),
            subject.dispute(),
            wanted == null ? null : Goal.of(wanted),
            locale(),
            request);
    return Templates.help(
        HelpView.of(
            decisionId,
            answer,
            wanted,
            new FactText(messages, Optional.of(subject.rules())),
            messages));
  }

  private Subject subject(String decisionId) {
    if (DecisionId.parse(decisionId).isEmpty()) {
      throw ProblemType.NOT_FOUND.with("There is no such decision. See the list of decisions.");
    }
    return subjects.find(null, decisionId, null);
  }

  private static ActionType goal(String name) {
    return Arrays.stream(ActionType.values())
        .filter(type -> type.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> ProblemType.MALFORMED_REQUEST.with("There is no such remedy. Choose another."));
  }

  private static @Nullable Integer number(@Nullable String row) {
    if (row == null) {
      return null;
    }
    return NUMBER.matcher(row).matches() ? Integer.valueOf(row) : Integer.valueOf(0);
  }

  private Locale locale() {
    return Locale.forLanguageTag(messages.language());
  }
}
