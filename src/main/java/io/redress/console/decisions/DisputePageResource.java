package io.redress.console.decisions;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.redress.domain.dispute.Country;
import io.redress.http.decide.DecisionService;
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

/** {@code /disputes/ID}: the course of a dispute. */
@Path("/disputes")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.AUDIT)
@Blocking
public class DisputePageResource {
  /** A dispute has a handful; who decides one a thousand times tests something. */
  static final int MOST = 200;

  private final JournalSearch archive;
  private final DecisionService decisions;
  private final Clock clock;

  DisputePageResource(JournalSearch archive, DecisionService decisions, Clock clock) {
    this.archive = archive;
    this.decisions = decisions;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "decisions")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance dispute(TimelineView course);
  }

  @GET
  @Path("{disputeId}")
  @Operation(hidden = true)
  public TemplateInstance course(@PathParam("disputeId") String disputeId) {
    List<OpenedDecision> taken =
        PlainId.isValid(disputeId)
            ? archive.onDispute(disputeId, MOST).stream().map(OpenedDecision::of).toList()
            : List.of();
    if (taken.isEmpty()) {
      throw ProblemType.NOT_FOUND.with(
          "Nothing was decided on a dispute of this number. Look for it among all decisions.");
    }
    LocalDate today = decisions.activeRules().today(Country.CHINA, clock.instant());
    return Templates.dispute(
        new TimelineView(
            disputeId,
            taken.size(),
            taken.size() == MOST,
            Timeline.of(taken, today).stream().map(TimelineView.Stop::of).toList()));
  }
}
