package io.redress.gate;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The addresses that there are, exactly as they have to be written. Anything else, such as {@code
 * //q/metrics} or {@code /v1/../q/metrics}, is not looked at any further, so that no two parts of
 * the service can understand it differently.
 */
final class Addresses {
  /** Its policy depends on the address, so there must be one way only to write it. */
  static final String METRICS = "/q/metrics";

  private static final Set<String> EXACT =
      Set.of(
          METRICS,
          "/q/health",
          "/q/health/live",
          "/q/health/ready",
          "/q/health/started",
          "/q/openapi",
          "/q/openapi.json",
          "/q/openapi.yaml",
          "/q/swagger-ui");

  private static final Pattern SWAGGER_UI = Pattern.compile("/q/swagger-ui/[\\w-]*(?:\\.[\\w-]+)*");

  /** Resources, each method of which says whom it is for. */
  private static final String API = "/v1/";

  private Addresses() {}

  /** Resources refuse methods themselves; what else there is would answer to any. */
  static boolean takes(RoutingContext request) {
    return request.request().path().startsWith(API)
        || request.request().method() == HttpMethod.GET
        || request.request().method() == HttpMethod.HEAD;
  }

  static boolean has(RoutingContext request) {
    String path = request.request().path();
    return path != null
        && (EXACT.contains(path)
            || SWAGGER_UI.matcher(path).matches()
            || path.startsWith(API) && path.equals(request.normalizedPath()));
  }
}
