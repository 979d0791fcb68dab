package io.redress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Far more clients than the service takes at once: each gets a decision that is kept, or is refused
 * with the time after which to retry.
 *
 * <p>{@code mvn -Phard-times verify} sends two thousand.
 */
class CrowdIT {
  private static final int CROWD = Integer.getInteger("redress.crowd", 400);
  private static final int SECONDS = Integer.getInteger("redress.crowd.seconds", 5);

  private static final String PASSWORD = "redress";

  @TempDir private Path folder;
  private int tlsPort;

  private Map<String, String> withTls() throws Exception {
    tlsPort = PackagedJar.freePort();
    Path store = folder.resolve("tls.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> command =
        List.of(
            keytool,
            "-genkeypair",
            "-keyalg",
            "EC",
            "-alias",
            "tls",
            "-dname",
            "CN=localhost",
            "-storetype",
            "PKCS12",
            "-storepass",
            PASSWORD,
            "-keystore",
            store.toString());
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    return Map.of(
        "REDRESS_DATA_DIR",
        PackagedJar.activatedData().toString(),
        "QUARKUS_HTTP_SSL_PORT",
        Integer.toString(tlsPort),
        "QUARKUS_TLS_KEY_STORE_P12_PATH",
        store.toString(),
        "QUARKUS_TLS_KEY_STORE_P12_PASSWORD",
        PASSWORD);
  }

  /** No client can open and reset many streams of a protocol that is not spoken. */
  private void assertHttp2IsNotOffered() throws Exception {
    try (SSLSocket socket =
        (SSLSocket) trusting(folder).getSocketFactory().createSocket("localhost", tlsPort)) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      assertThat(socket.getApplicationProtocol()).isNotEqualTo("h2");
      socket
          .getOutputStream()
          .write(
              "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0"
                  .getBytes(StandardCharsets.ISO_8859_1));
      String answer =
          new String(socket.getInputStream().readNBytes(5), StandardCharsets.ISO_8859_1);
      // A refusal as text or the end of the connection; HTTP/2 begins with a frame.
      assertThat(answer).isIn("", "HTTP/");
    }
  }

  private static SSLContext trusting(Path folder) throws Exception {
    KeyStore trusted =
        KeyStore.getInstance(folder.resolve("tls.p12").toFile(), PASSWORD.toCharArray());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore certificates = KeyStore.getInstance("PKCS12");
    certificates.load(null, null);
    certificates.setCertificateEntry("tls", trusted.getCertificate("tls"));
    trust.init(certificates);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  @Test
  void refusedClientsLearnWhenToRetry() throws Exception {
    Clients clients = new Clients();
    try (var service = PackagedJar.serve(withTls())) {
      assertHttp2IsNotOffered();
      Clients.Running running = clients.start(service, CROWD, Duration.ZERO);
      Thread.sleep(SECONDS * 1_000);
      running.stop();
    }
    System.out.printf(
        "%d clients at once: %d acknowledged, p99 %d ms; %d refused, p99 %d ms%n",
        CROWD,
        clients.acknowledged().size(),
        clients.answeredWithin().toMillis(),
        clients.refusals(),
        clients.refusedWithin().toMillis());
    assertThat(clients.wrong()).isEmpty();
    assertThat(clients.acknowledged()).isNotEmpty();
  }
}
