package io.redress.cli;

import io.quarkus.runtime.Quarkus;
import picocli.CommandLine.Command;

/** Serves decisions over HTTP until it is stopped. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Serves decisions over HTTP; also what happens without a command.",
      "The environment configures it: QUARKUS_HTTP_PORT, REDRESS_RULES_DIR, REDRESS_TEST_CASES_DIR."
    })
final class ServeCommand implements Runnable {
  @Override
  public void run() {
    Quarkus.run();
  }
}
