package io.redress.cli.options;

import picocli.CommandLine.Option;

/** The option to see how far a command is, where that would not be shown. */
public final class ProgressOption {
  @Option(
      names = "--progress",
      description = "Show progress on standard error even if it is not a terminal.")
  private boolean asked;

  /** Shows how many steps were done. */
  public Progress counting(String task) {
    return Progress.counting(task, asked);
  }
}
