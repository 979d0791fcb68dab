package io.redress.cli;

import io.quarkus.runtime.Quarkus;
import java.nio.file.Files;
import java.nio.file.Path;
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
    Quarkus.run();
    return 0;
  }
}
