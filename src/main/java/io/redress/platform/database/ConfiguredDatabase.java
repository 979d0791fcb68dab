package io.redress.platform.database;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Produces the service's database from the configuration. */
@Singleton
class ConfiguredDatabase {
  @Produces
  @Singleton
  Database open(
      @ConfigProperty(name = "redress.database") String kind,
      @ConfigProperty(name = "redress.data.dir") Path data,
      @ConfigProperty(name = "redress.postgresql.url") Optional<String> url,
      @ConfigProperty(name = "redress.postgresql.user") Optional<String> user,
      @ConfigProperty(name = "redress.postgresql.password") Optional<String> password,
      @ConfigProperty(name = "redress.personal-data.key") Optional<String> wrapping,
      @ConfigProperty(name = "redress.personal-data.old-keys") Optional<String> oldWrapping) {
    return Database.openOrWait(
        DatabaseSettings.configured(
                kind, data, url.orElse(null), user.orElse(null), password.orElse(null))
            .with(WrappingKeys.configured(wrapping.orElse(null), oldWrapping.orElse(null))));
  }

  void close(@Disposes Database database) {
    database.close();
  }
}
