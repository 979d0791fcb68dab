package io.redress.console;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the console answers, such as {@code GET /rulesets/{version}}. */
public final class ConsoleRoutes {
  private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target", "classes");

  private ConsoleRoutes() {}

  /** The routes of all classes of the console. */
  static Set<String> all() throws IOException {
    try (Stream<java.nio.file.Path> files = Files.walk(CLASSES.resolve("io/redress/console"))) {
      return files
          .map(file -> CLASSES.relativize(file).toString())
          .filter(name -> name.endsWith("Resource.class"))
          .map(name -> name.replace(".class", "").replace('/', '.'))
          .map(ConsoleRoutes::loaded)
          .flatMap(ConsoleRoutes::of)
          .collect(Collectors.toSet());
    }
  }

  private static Class<?> loaded(String name) {
    try {
      return Class.forName(name, false, ConsoleRoutes.class.getClassLoader());
    } catch (ClassNotFoundException gone) {
      throw new IllegalStateException(gone);
    }
  }

  /** The routes of a resource. */
  public static Stream<String> of(Class<?> resource) {
    return Arrays.stream(resource.getMethods()).flatMap(method -> of(resource, method));
  }

  private static Stream<String> of(Class<?> resource, Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .flatMap(http -> Optional.ofNullable(http).stream())
        .map(
            http -> {
              Path path = method.getAnnotation(Path.class);
              String whole =
                  "/"
                      + resource.getAnnotation(Path.class).value()
                      + "/"
                      + (path == null ? "" : path.value());
              return http.value() + " " + whole.replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
            });
  }
}
