package io.redress.http.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers refused facts with their problems, in the language of the client. */
class FactProblemText {
  private final ProblemAnswers answers;
  private final ProblemPages pages;

  FactProblemText(ProblemAnswers answers, ProblemPages pages) {
    this.answers = answers;
    this.pages = pages;
  }

  @ServerExceptionMapper
  Response refused(RefusedFacts refused, RoutingContext request) {
    HttpProblem problem = refused.problem(pages.language(request));
    answers.count(problem.getStatusCode());
    return problem.toResponse();
  }
}
