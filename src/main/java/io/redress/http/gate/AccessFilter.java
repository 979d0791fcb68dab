package io.redress.http.gate;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.redress.http.problem.ProblemType;
import io.redress.http.problem.RouterProblems;
import io.redress.security.access.Protection;
import io.redress.security.access.TemporaryKey;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rejects requests to unknown addresses early. While access is not protected, also rejects requests
 * that only seem to be local: through a proxy, or from a page of another site in a local browser.
 */
@Singleton
class AccessFilter {
  /** After the limits of size and number, before authentication. */
  private static final int EARLY = 900;

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[?::1]?", Pattern.CASE_INSENSITIVE);

  /** Headers that proxies, load balancers, tunnels and content networks add. */
  private static final Pattern PROXY_HEADER =
      Pattern.compile(
          "Via|.*Forward(ed|er)(-.*)?|.*Real-?IP|.*Client-?IP|.*Originating-IP|.*Remote-.*|WL-Proxy-.*|"
              + "X-Original-.*|X-Envoy-.*|X-Azure-.*|X-Amz.*|X-Cloud-.*|X-Nginx-.*|X-Varnish|"
              + "X-ARR-.*|X-Appengine-.*|X-Vercel-.*|X-Host|X-Scheme|X-SSL-.*|X-Rewrite-URL|Fly-.*|"
              + "Disguised-Host|Front-End-Https|Max-Forwards|Surrogate-.*|X-Proxy.*|Proxy-.*|Akamai-.*|CF-.*|CDN-.*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ABSOLUTE =
      Pattern.compile("https?://([^/?#]*)", Pattern.CASE_INSENSITIVE);

  private final Protection protection;
  private final TemporaryKey temporary;
  private final RouterProblems problems;

  AccessFilter(Protection protection, TemporaryKey temporary, RouterProblems problems) {
    this.protection = protection;
    this.temporary = temporary;
    this.problems = problems;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, EARLY);
  }

  private void check(RoutingContext request) {
    if (expectsOther(request.request())) {
      problems.closeSoon(request);
      refuse(request, ProblemType.MALFORMED_REQUEST.with("Expect can only be 100-continue."));
    } else if (request.request().headers().getAll(HttpHeaders.HOST).size() > 1
        || callsTwoHosts(request.request())) {
      refuse(request, ProblemType.MALFORMED_REQUEST);
    } else if (!AddressAllowList.contains(request)) {
      refuse(request, ProblemType.NOT_FOUND);
    } else if (!AddressAllowList.allowsMethod(request)) {
      request.response().putHeader("Allow", "GET, HEAD");
      refuse(request, ProblemType.METHOD_NOT_ALLOWED);
    } else if (acceptsAnonymous(request) && !isLocal(request.request())) {
      refuse(request, ProblemType.NOT_FROM_HERE);
    } else if (AddressAllowList.isPage(request) && !ConsoleCookies.admit(request)) {
      refuse(request, ProblemType.NOT_FROM_A_PAGE);
    } else {
      request.next();
    }
  }

  /** An address with a host of its own, as for a proxy, is only for the host that is called. */
  private static boolean callsTwoHosts(HttpServerRequest request) {
    Matcher absolute = ABSOLUTE.matcher(request.uri());
    return absolute.lookingAt()
        && !absolute.group(1).equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
  }

  /** Whether the client waits for what it will not get. */
  private static boolean expectsOther(HttpServerRequest request) {
    return request.headers().getAll(HttpHeaders.EXPECT).stream()
        .anyMatch(expected -> !expected.equalsIgnoreCase("100-continue"));
  }

  private void refuse(RoutingContext request, ProblemType type) {
    refuse(request, type.with(type.advice()));
  }

  /** Sets no-store for all paths; the settings do so for pages only. */
  private void refuse(RoutingContext request, HttpProblem problem) {
    request.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    problems.answer(request, problem);
  }

  private boolean acceptsAnonymous(RoutingContext request) {
    if (protection.open()) {
      return !ApiKeyAuthenticationMechanism.presented(request)
          .map(temporary::matches)
          .orElse(false);
    }
    return protection.mayBeOpen()
        && !request.request().headers().contains(HttpHeaders.AUTHORIZATION);
  }

  /** Proxies speak HTTP/1.0 by default; clients have not for decades. */
  private static boolean isLocal(HttpServerRequest request) {
    HostAndPort called = request.authority();
    return called != null
        && LOOPBACK.matcher(called.host()).matches()
        && request.version() != HttpVersion.HTTP_1_0
        && request.headers().names().stream()
            .noneMatch(name -> PROXY_HEADER.matcher(name.replace('_', '-')).matches())
        && SameSite.allowsReading(request)
        && SameSite.allows(request);
  }
}
