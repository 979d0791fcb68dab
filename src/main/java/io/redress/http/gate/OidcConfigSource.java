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
 * Enables OIDC when its server is configured, and console sign-in when its client ID is: Quarkus
 * fails to start with an enabled but unconfigured tenant.
 */
public final class OidcConfigSource implements ConfigSourceFactory {
  /** Above application.properties (250), below the environment (300), which can override it. */
  private static final int ORDINAL = 260;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    Map<String, String> enabled = new TreeMap<>();
    if (Stream.of("quarkus.oidc.auth-server-url", "quarkus.oidc.public-key")
        .anyMatch(name -> isSet(name, context))) {
      enabled.put("quarkus.oidc.tenant-enabled", "true");
      if (isSet("quarkus.oidc.console.client-id", context)) {
        enabled.put("quarkus.oidc.console.tenant-enabled", "true");
      }
    }
    return enabled.isEmpty()
        ? List.of()
        : List.of(new PropertiesConfigSource(enabled, "OIDC server configured", ORDINAL));
  }

  private static boolean isSet(String name, ConfigSourceContext context) {
    ConfigValue value = context.getValue(name);
    return value != null && value.getValue() != null && !value.getValue().isBlank();
  }
}
