package io.redress.http.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Optional;

/** Renders problems as pages for browsers; the console implements it. */
public interface ProblemPages {
  /** The HTML page; empty if the client wants JSON. */
  Optional<String> page(HttpProblem problem, RoutingContext request);

  /** English for API clients, else the language of the user. */
  Locale language(RoutingContext request);

  /** The sign-in page that returns to this request; empty if a redirect is not possible. */
  Optional<String> signIn(RoutingContext request);
}
