package io.redress.http.insight;

import io.redress.http.decide.DecisionService;
import io.redress.http.load.ExpensiveRead;
import io.redress.http.problem.Endpoints;
import io.redress.insight.explain.Explainer;
import io.redress.insight.explain.Explanation;
import io.redress.insight.explain.Question;
import io.redress.security.access.Role;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /v1/explain}. */
@Path(Endpoints.API + "explain")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Insight")
@ExpensiveRead
public class ExplainResource {
  private final Subjects subjects;
  private final DecisionService decisions;

  ExplainResource(Subjects subjects, DecisionService decisions) {
    this.subjects = subjects;
    this.decisions = decisions;
  }

  @POST
  @RolesAllowed({Role.DECIDE, Role.AUDIT})
  @Blocking
  @Operation(
      summary = "Why a decision is as it is: the rows that answered, and why others did not",
      description =
          "Send facts (role decide), or the decisionId of a recorded decision (role audit). Nothing"
              + " is recorded.")
  public Explanation explain(InputStream body, @Context RoutingContext request) {
    ExplainRequest wanted = Subjects.read(body, ExplainRequest.class);
    Subject subject = subjects.find(wanted.facts(), wanted.decisionId(), wanted.version());
    Question question = wanted.question();
    Subjects.refuse(question.problems(subject.rules()));
    Locale locale = Objects.requireNonNullElse(wanted.locale(), Locale.ENGLISH);
    return decisions.watching(
        request, () -> Explainer.explain(subject.rules(), subject.dispute(), question, locale));
  }
}
