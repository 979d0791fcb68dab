package io.redress.http.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Without HTTP/2, no client opens and resets streams for less than they cost. */
class ProtocolOptionsTest {
  @Test
  void http2IsOfferedNeitherOnPlainConnectionsNorWithTls() throws IOException {
    HttpServerOptions options = new HttpServerOptions().setHttp2ClearTextEnabled(true);
    new ProtocolOptions().customizeHttpServer(options);
    assertThat(options.isHttp2ClearTextEnabled()).isFalse();

    Properties settings = new Properties();
    try (InputStream file = getClass().getResourceAsStream("/application.properties")) {
      settings.load(Objects.requireNonNull(file));
    }
    assertThat(settings).containsEntry("quarkus.http.http2", "false");
  }
}
