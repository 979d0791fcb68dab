package io.redress.cli.insight;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/** Says what a command is doing when it takes longer than people expect. */
final class Patience implements AutoCloseable {
  private static final Duration LONG = Duration.ofSeconds(2);

  private final Timer timer = new Timer("redress-patience", true);

  /**
   * @param errors so that the result can be piped
   */
  Patience(String what, PrintWriter errors) {
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            errors.println(what);
            errors.flush();
          }
        },
        LONG.toMillis());
  }

  @Override
  public void close() {
    timer.cancel();
  }
}
