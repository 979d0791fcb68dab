package io.redress.console.decisions;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.redress.domain.dispute.Country;
import io.redress.http.decide.DecisionService;
import io.redress.http.load.ExpensiveRead;
import io.redress.http.problem.ProblemType;
import io.redress.journal.read.JournalSearch;
import io.redress.journal.read.OpenedDecision;
import io.redress.journal.timeline.Timeline;
import io.redress.platform.text.PlainId;
import io.redress.security.access.Role;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /disputes/ID}: the timeline of a dispute. */
@Path("/disputes")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.AUDIT)
@Blocking
@ExpensiveRead
public class DisputePageResource {
  /** A real dispute has a handful of decisions; more come from load tests. */
  static final int MAX_DECISIONS = 200;

  private final JournalSearch journal;
  private final DecisionService decisions;
  private final Clock clock;

  DisputePageResource(JournalSearch journal, DecisionService decisions, Clock clock) {
    this.journal = journal;
    this.decisions = decisions;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "decisions")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance dispute(TimelineView timeline);
  }

  @GET
  @Path("{disputeId}")
  @Operation(hidden = true)
  public TemplateInstance timeline(@PathParam("disputeId") String disputeId) {
    List<OpenedDecision> decided =
        PlainId.isValid(disputeId)
            ? journal.onDispute(disputeId, MAX_DECISIONS).stream().map(OpenedDecision::of).toList()
            : List.of();
    if (decided.isEmpty()) {
      throw ProblemType.NOT_FOUND.with(
          "There is no decision on a dispute with this ID. See the list of decisions.");
    }
    LocalDate today = decisions.activeRules().today(Country.CHINA, clock.instant());
    return Templates.dispute(
        new TimelineView(
            disputeId,
            decided.size(),
            decided.size() == MAX_DECISIONS,
            Timeline.of(decided, today).stream().map(TimelineView.Item::of).toList()));
  }
}
