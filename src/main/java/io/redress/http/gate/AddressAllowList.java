package io.redress.http.gate;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The addresses that there are, exactly as they have to be written. Anything else, such as {@code
 * //q/metrics} or {@code /v1/../q/metrics}, is not looked at any further, so that no two parts of
 * the service can understand it differently.
 */
final class AddressAllowList {
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

  /** The console's, too. */
  private static final Pattern PAGE =
      Pattern.compile(
          "/(?:(?:home|decide|decisions|disputes|tables|rulesets|cases|sign-in|sign-out)(?:/.*)?)?");

  /** Scripts, styles and pictures, which are no secret. */
  private static final Pattern ASSET =
      Pattern.compile("/(?:console|webjars)(?:/[\\w-]+(?:\\.[\\w-]+)*)+");

  private AddressAllowList() {}

  /** Resources refuse methods themselves; what else there is would answer to any. */
  static boolean takes(RoutingContext request) {
    return request.request().path().startsWith(API)
        || isPage(request)
        || request.request().method() == HttpMethod.GET
        || request.request().method() == HttpMethod.HEAD;
  }

  static boolean has(RoutingContext request) {
    String path = request.request().path();
    return path != null
        && (EXACT.contains(path)
            || SWAGGER_UI.matcher(path).matches()
            || ASSET.matcher(path).matches()
            || (path.startsWith(API) || isPage(request)) && path.equals(request.normalizedPath()));
  }

  /** Whether it is a page of the console that is asked for, or a part of one. */
  static boolean isPage(RoutingContext request) {
    return PAGE.matcher(request.request().path()).matches();
  }
}
