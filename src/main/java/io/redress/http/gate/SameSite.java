package io.redress.http.gate;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells requests of our own pages from those that pages of other sites have browsers send. */
final class SameSite {
  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final Set<String> OURS = Set.of("same-origin", "none");

  private SameSite() {}

  static boolean reads(HttpServerRequest request) {
    return READING.contains(request.method());
  }

  /** Whether it changes nothing, or was not sent by a page of another site. */
  static boolean allows(HttpServerRequest request) {
    return reads(request) || ofThisSite(request);
  }

  /** Whoever is no browser sends neither header. */
  private static boolean ofThisSite(HttpServerRequest request) {
    @Nullable String site = request.getHeader("Sec-Fetch-Site");
    @Nullable String origin = request.getHeader(HttpHeaders.ORIGIN);
    return (site == null || OURS.contains(site)) && (origin == null || isOurs(origin, request));
  }

  /** Its scheme may have been another before a proxy, its host may not. */
  private static boolean isOurs(String origin, HttpServerRequest request) {
    HostAndPort called = request.authority();
    return called != null
        && (origin.equalsIgnoreCase("http://" + called)
            || origin.equalsIgnoreCase("https://" + called));
  }
}
