package io.redress.gate;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Turns OIDC on by naming its server: without one, Quarkus would refuse to start. */
public final class TokenSwitch implements ConfigSourceFactory {
  /** Above application.properties (250), below the environment (300), which may still say no. */
  private static final int ORDINAL = 260;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    boolean named =
        Stream.of("quarkus.oidc.auth-server-url", "quarkus.oidc.public-key")
            .map(context::getValue)
            .anyMatch(
                value -> value != null && value.getValue() != null && !value.getValue().isBlank());
    return named
        ? List.of(
            new PropertiesConfigSource(
                Map.of("quarkus.oidc.tenant-enabled", "true"), "OIDC server named", ORDINAL))
        : List.of();
  }
}
