package io.redress.http.gate;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Detects requests that browsers send for pages of other sites. */
final class SameSite {
  private static final Set<HttpMethod> SAFE_METHODS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final Set<String> SAME_SITE_VALUES = Set.of("same-origin", "none");

  private SameSite() {}

  static boolean isRead(HttpServerRequest request) {
    return SAFE_METHODS.contains(request.method());
  }

  /** Whether the request only reads, or does not come from a page of another site. */
  static boolean allows(HttpServerRequest request) {
    return isRead(request) || ofThisSite(request);
  }

  /**
   * Whether the request was not sent by a page of another site, unless a person follows a link
   * there: such pages may otherwise learn from images and scripts what this service has.
   */
  static boolean allowsReading(HttpServerRequest request) {
    @Nullable String site = request.getHeader("Sec-Fetch-Site");
    return site == null
        || SAME_SITE_VALUES.contains(site)
        || "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
            && "document".equals(request.getHeader("Sec-Fetch-Dest"));
  }

  /** Clients other than browsers send neither header. */
  private static boolean ofThisSite(HttpServerRequest request) {
    @Nullable String site = request.getHeader("Sec-Fetch-Site");
    @Nullable String origin = request.getHeader(HttpHeaders.ORIGIN);
    return (site == null || SAME_SITE_VALUES.contains(site))
        && (origin == null || isThisHost(origin, request));
  }

  /** A proxy may change the scheme, but not the host. */
  private static boolean isThisHost(String origin, HttpServerRequest request) {
    HostAndPort called = request.authority();
    return called != null
        && (origin.equalsIgnoreCase("http://" + called)
            || origin.equalsIgnoreCase("https://" + called));
  }
}
