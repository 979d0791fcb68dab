package io.redress.http.gate;

import io.redress.http.problem.Endpoints;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * All addresses of the service in their exact spelling. Any other spelling, such as {@code
 * //q/metrics} or {@code /v1/../q/metrics}, is rejected, so that no two parts of the service
 * interpret it differently.
 */
final class AddressAllowList {
  /** Its policy depends on the exact path. */
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
          "/q/swagger-ui",
          Endpoints.PUBLIC_KEYS);

  private static final Pattern SWAGGER_UI =
      Pattern.compile("/q/swagger-ui/[\\w-]*+(?:\\.[\\w-]++)*+");

  /** Pages of the console, whose methods declare their roles, as those of the API do. */
  private static final Pattern PAGE =
      Pattern.compile(
          "/(?:(?:home|decide|decisions|disputes|tables|rulesets|cases|keys|audit|sign-in|sign-out)(?:/.*)?)?");

  /**
   * Public scripts, styles and images. Other than possessive quantifiers would need a stack as deep
   * as the address is long.
   */
  private static final Pattern ASSET =
      Pattern.compile("/(?:console|webjars)(?:/[\\w-]++(?:\\.[\\w-]++)*+)++");

  private AddressAllowList() {}

  /** Whether the method is allowed. Resources check methods themselves; other handlers do not. */
  static boolean allowsMethod(RoutingContext request) {
    return request.request().path().startsWith(Endpoints.API)
        || isPage(request)
        || request.request().method() == HttpMethod.GET
        || request.request().method() == HttpMethod.HEAD;
  }

  static boolean contains(RoutingContext request) {
    String path = request.request().path();
    return path != null
        && (EXACT.contains(path)
            || SWAGGER_UI.matcher(path).matches()
            || ASSET.matcher(path).matches()
            || (path.startsWith(Endpoints.API) || isPage(request))
                && path.equals(request.normalizedPath())
                && isPlain(path));
  }

  /** Neither parameters of the path nor a slash at its end, which resources would ignore. */
  private static boolean isPlain(String path) {
    return path.indexOf(';') < 0 && (path.length() == 1 || !path.endsWith("/"));
  }

  /** Whether the request is for a console page or a part of one. */
  static boolean isPage(RoutingContext request) {
    return PAGE.matcher(request.request().path()).matches();
  }
}
