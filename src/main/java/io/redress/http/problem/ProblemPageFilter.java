package io.redress.http.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Renders problems of resources as pages for browsers, and redirects to sign-in. */
@Singleton
class ProblemPageFilter {
  private static final MediaType PAGE = MediaType.TEXT_HTML_TYPE.withCharset("utf-8");

  private final ProblemPages pages;

  ProblemPageFilter(ProblemPages pages) {
    this.pages = pages;
  }

  @ServerResponseFilter
  public void show(ContainerResponseContext response, RoutingContext request) {
    if (response.getEntity() instanceof HttpProblem problem) {
      boolean unknown = problem.getStatusCode() == ProblemType.UNAUTHENTICATED.status();
      if (unknown && pages.signIn(request).isPresent()) {
        response.setStatusInfo(Response.Status.SEE_OTHER);
        response.getHeaders().remove(HttpHeaders.WWW_AUTHENTICATE);
        response.getHeaders().putSingle(HttpHeaders.LOCATION, pages.signIn(request).get());
        response.setEntity(null);
      } else {
        pages.page(problem, request).ifPresent(page -> response.setEntity(page, null, PAGE));
      }
    }
  }
}
