package io.redress.cli;

import io.quarkus.runtime.Quarkus;
import picocli.CommandLine.Command;

/** Serves decisions over HTTP until it is stopped. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Serves decisions over HTTP; the default without a command.",
      "Configured by environment variables: QUARKUS_HTTP_PORT, REDRESS_RULES_DIR and others."
    })
final class ServeCommand implements Runnable {
  @Override
  public void run() {
    Quarkus.run();
  }
}
