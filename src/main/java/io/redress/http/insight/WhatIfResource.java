package io.redress.http.insight;

import io.redress.domain.dispute.FactProblem;
import io.redress.http.load.ExpensiveRead;
import io.redress.http.problem.Endpoints;
import io.redress.insight.whatif.Goal;
import io.redress.insight.whatif.WhatIfAnswer;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /v1/whatif}. */
@Path(Endpoints.API + "whatif")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Insight")
@ExpensiveRead
public class WhatIfResource {
  private final Subjects subjects;
  private final WhatIfSearches searches;

  WhatIfResource(Subjects subjects, WhatIfSearches searches) {
    this.subjects = subjects;
    this.searches = searches;
  }

  @POST
  @RolesAllowed({Role.DECIDE, Role.AUDIT})
  @Blocking
  @Operation(
      summary = "What would change a decision, and the facts on which it hangs",
      description =
          "Send facts (role decide), or the decisionId of a recorded decision (role audit), and a"
              + " goal such as {\"resolution\": \"REPLACEMENT\"}. Nothing is recorded.")
  public WhatIfAnswer ask(InputStream body, @Context RoutingContext request) {
    WhatIfRequest wanted = Subjects.read(body, WhatIfRequest.class);
    Subject subject = subjects.find(wanted.facts(), wanted.decisionId(), wanted.version());
    List<FactProblem> problems = new ArrayList<>();
    Goal goal =
        wanted.goal() == null
            ? null
            : Goal.read(wanted.goal(), subject.rules().tables().terms().own(), problems);
    Subjects.refuse(problems);
    Locale locale = Objects.requireNonNullElse(wanted.locale(), Locale.ENGLISH);
    return searches.ask(subject.rules(), subject.dispute(), goal, locale, request);
  }
}
