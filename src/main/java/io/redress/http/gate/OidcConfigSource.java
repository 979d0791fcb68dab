package io.redress.http.gate;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Turns OIDC on by naming its server, and the console's sign-in with it by naming the client that
 * it is there: without them, Quarkus would refuse to start.
 */
public final class OidcConfigSource implements ConfigSourceFactory {
  /** Above application.properties (250), below the environment (300), which may still say no. */
  private static final int ORDINAL = 260;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    Map<String, String> on = new TreeMap<>();
    if (Stream.of("quarkus.oidc.auth-server-url", "quarkus.oidc.public-key")
        .anyMatch(name -> named(name, context))) {
      on.put("quarkus.oidc.tenant-enabled", "true");
      if (named("quarkus.oidc.console.client-id", context)) {
        on.put("quarkus.oidc.console.tenant-enabled", "true");
      }
    }
    return on.isEmpty()
        ? List.of()
        : List.of(new PropertiesConfigSource(on, "OIDC server named", ORDINAL));
  }

  private static boolean named(String name, ConfigSourceContext context) {
    ConfigValue value = context.getValue(name);
    return value != null && value.getValue() != null && !value.getValue().isBlank();
  }
}
