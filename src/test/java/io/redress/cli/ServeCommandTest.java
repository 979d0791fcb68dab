package io.redress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ServeCommandTest {
  @Test
  void portInUseIsNamedBeforeTheStart() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(other.getLocalPort());
      assertThat(ServeCommand.taken("127.0.0.1", port))
          .hasValueSatisfying(
              said -> assertThat(said).contains("port " + port, "in use", "QUARKUS_HTTP_PORT"));
    }
  }

  @Test
  void freePortsAndUnclearSettingsAreLeftToTheStart() {
    assertThat(ServeCommand.taken("127.0.0.1", "0")).isEmpty();
    assertThat(ServeCommand.taken("127.0.0.1", "many")).isEmpty();
    assertThat(ServeCommand.taken("no such host", "0")).isEmpty();
  }
}
