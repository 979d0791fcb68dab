package io.redress.http.problem;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The paths and methods of all resources. */
@Singleton
public class Endpoints {
  /** What all paths of the API begin with. */
  public static final String API = "/v1/";

  /** The path of decisions, which has limits and metrics of its own. */
  public static final String DECIDE = API + "decide";

  /** Where the public keys are that verify certificates. */
  public static final String PUBLIC_KEYS = "/.well-known/redress-keys";

  /** The path of batches, whose bodies have no limit, because they are read line by line. */
  public static final String BATCH = DECIDE + "/batch";

  private static final Pattern PARAMETER = Pattern.compile("\\{[^}:]+(?::\\s*([^}]+))?}");
  private static final String ANY_SEGMENT = "[^/]+";

  private final List<Endpoint> endpoints;

  Endpoints(BeanManager beans) {
    endpoints =
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
            .map(bean -> bean.getBeanClass())
            .filter(type -> type.isAnnotationPresent(Path.class))
            .distinct()
            .flatMap(Endpoints::endpoints)
            .toList();
  }

  /** Whether a resource has this path template, with parameters in braces. */
  public boolean has(String template) {
    return endpoints.stream().anyMatch(endpoint -> endpoint.template.equals(template));
  }

  /**
   * The methods of a path, such as {@code GET, POST}, which RFC 9110 requires in a 405 response.
   */
  String methodsAt(String path) {
    return endpoints.stream()
        .filter(endpoint -> endpoint.path.matcher(path).matches())
        .map(Endpoint::method)
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static Stream<Endpoint> endpoints(Class<?> resource) {
    return Arrays.stream(resource.getMethods()).flatMap(method -> endpoint(resource, method));
  }

  private static Stream<Endpoint> endpoint(Class<?> resource, Method method) {
    String template = path(resource) + path(method);
    Pattern path =
        Pattern.compile("/*" + PARAMETER.matcher(template).replaceAll(Endpoints::any) + "/?");
    return Arrays.stream(method.getAnnotations())
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .flatMap(httpMethod -> Optional.ofNullable(httpMethod).stream())
        .map(httpMethod -> new Endpoint(template, path, httpMethod.value()));
  }

  private static String path(AnnotatedElement element) {
    return Optional.ofNullable(element.getAnnotation(Path.class))
        .map(path -> path.value().replaceFirst("^/?(?=.)", "/"))
        .orElse("");
  }

  private static String any(MatchResult parameter) {
    return Matcher.quoteReplacement(Objects.requireNonNullElse(parameter.group(1), ANY_SEGMENT));
  }

  private record Endpoint(String template, Pattern path, String method) {}
}
