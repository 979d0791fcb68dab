package io.redress.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.redress.http.rulesets.Proposals;
import io.redress.lifecycle.Proposal;
import io.redress.rules.source.RuleProblem;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Resource with a form that saves the next stage of a candidate: what it answers. */
public abstract class StageFormResource {
  private static final int UNPROCESSABLE = 422;

  @CheckedTemplate(basePath = "shell", requireTypeSafeExpressions = false)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance formProblems(
        List<FormProblem> formProblems, List<RuleProblem> problems);
  }

  /** The problem of a comment that is missing; none if it is there. */
  protected static List<FormProblem> ofComment(@Nullable String comment) {
    return Proposals.tidied(comment).isEmpty()
        ? List.of(new FormProblem("comment", "work.noComment"))
        : List.of();
  }

  /** The page of the new stage, or the problems of its files. */
  protected static Response saved(Proposal proposal) {
    return proposal instanceof Proposal.Unreadable unreadable
        ? refused(List.of(), unreadable.problems())
        : Response.ok()
            .header("HX-Redirect", Links.ruleSet(((Proposal.Kept) proposal).ruleSet().version()))
            .build();
  }

  protected static Response refused(List<FormProblem> formProblems, List<RuleProblem> problems) {
    return Response.status(UNPROCESSABLE)
        .entity(Templates.formProblems(formProblems, problems))
        .build();
  }
}
