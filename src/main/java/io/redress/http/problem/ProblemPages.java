package io.redress.http.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Optional;

/** Shows problems to people, whose browsers ask for pages. */
public interface ProblemPages {
  /** HTML; empty where JSON is wanted. */
  Optional<String> page(HttpProblem problem, RoutingContext request);

  /** English for programs, for people what they read. */
  Locale language(RoutingContext request);

  /** Where to go to tell who one is, and come back; empty where nobody can be sent there. */
  Optional<String> signIn(RoutingContext request);
}
