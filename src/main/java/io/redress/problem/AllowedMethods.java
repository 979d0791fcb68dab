package io.redress.problem;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which methods an address takes: RFC 9110 wants them named where another one is refused. */
@Singleton
class AllowedMethods {
  private static final String PARAMETER = "\\{[^}]+}";
  private static final String ANY_SEGMENT = "[^/]+";

  private final List<Endpoint> endpoints;

  AllowedMethods(BeanManager beans) {
    endpoints =
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
            .map(bean -> bean.getBeanClass())
            .filter(type -> type.isAnnotationPresent(Path.class))
            .distinct()
            .flatMap(AllowedMethods::endpoints)
            .toList();
  }

  /** Such as {@code GET, POST}. */
  String at(String path) {
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
    Pattern path = Pattern.compile("/*" + path(resource) + path(method) + "/?");
    return Arrays.stream(method.getAnnotations())
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .flatMap(httpMethod -> Optional.ofNullable(httpMethod).stream())
        .map(httpMethod -> new Endpoint(path, httpMethod.value()));
  }

  private static String path(AnnotatedElement element) {
    Path path = element.getAnnotation(Path.class);
    return path == null ? "" : path.value().replaceAll(PARAMETER, ANY_SEGMENT);
  }

  private record Endpoint(Pattern path, String method) {}
}
