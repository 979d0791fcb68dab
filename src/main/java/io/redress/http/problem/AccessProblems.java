package io.redress.http.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers 401 and 403 as problems, without details about the cause. */
class AccessProblems {
  /** Before the mappers of libraries. */
  private static final int FIRST = 1;

  private final ProblemAnswers answers;

  AccessProblems(ProblemAnswers answers) {
    this.answers = answers;
  }

  @ServerExceptionMapper(priority = FIRST)
  Response unknown(AuthenticationFailedException refused) {
    return answer(ProblemType.UNAUTHENTICATED);
  }

  @ServerExceptionMapper(priority = FIRST)
  Response anonymous(UnauthorizedException refused) {
    return answer(ProblemType.UNAUTHENTICATED);
  }

  @ServerExceptionMapper(priority = FIRST)
  Response withoutTheRole(ForbiddenException refused) {
    return answer(ProblemType.FORBIDDEN);
  }

  private Response answer(ProblemType type) {
    answers.count(type.status());
    return type.with(type.advice()).toResponse();
  }
}
