package io.redress.cli;

import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Serves decisions over HTTP until it is stopped. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Serves decisions over HTTP; the default without a command.",
      "Configured by environment variables: QUARKUS_HTTP_PORT, REDRESS_RULES_DIR and others."
    })
final class ServeCommand implements Callable<Integer> {
  /** Quarkus creates folders before anything of ours runs, and would print a stack trace. */
  @Override
  public Integer call() {
    String configured = System.getenv("REDRESS_DATA_DIR");
    Path data = Path.of(configured == null ? "data" : configured).toAbsolutePath();
    if (Files.exists(data) && !Files.isWritable(data)) {
      System.err.println(
          "Redress does not start: "
              + data
              + " cannot be written to. Check that this service may write to REDRESS_DATA_DIR, and"
              + " that its disk is not read-only.");
      return 1;
    }
    Optional<String> taken = taken(setting("http.host", "127.0.0.1"), setting("http.port", "8080"));
    if (taken.isPresent()) {
      System.err.println("Redress does not start: " + taken.get());
      return 1;
    }
    Quarkus.run();
    return 0;
  }

  private static String setting(String name, String otherwise) {
    String variable = System.getenv("QUARKUS_" + name.replace('.', '_').toUpperCase(Locale.ROOT));
    return System.getProperty("quarkus." + name, variable == null ? otherwise : variable);
  }

  /**
   * Why the service could not listen, which is known only once everything is read; empty if it can,
   * or if that is not certain.
   */
  static Optional<String> taken(String host, String port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, Integer.parseInt(port)));
    } catch (BindException inUse) {
      return Optional.of(
          "port %s of %s is in use, maybe by another Redress. Stop that program, or choose another port with QUARKUS_HTTP_PORT."
              .formatted(port, host));
    } catch (IOException | IllegalArgumentException unknown) {
      // Quarkus says what is wrong with the setting.
    }
    return Optional.empty();
  }
}
