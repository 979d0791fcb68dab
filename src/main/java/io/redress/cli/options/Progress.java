package io.redress.cli.options;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * A progress bar on standard error, for what takes longer than {@link #PATIENCE}: on a terminal
 * only, unless it is asked for.
 */
public final class Progress implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int UPDATE_MILLIS = 500;
  private static final int MEGABYTE = 1 << 20;

  private final ProgressBarBuilder builder;
  private @Nullable ProgressBar bar;
  private long position;
  private String message = "";
  private boolean closed;

  private Progress(ProgressBarBuilder builder, String task, boolean shown, Duration patience) {
    this.builder =
        builder
            .setTaskName(task)
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            .setStyle(ProgressBarStyle.ASCII);
    if (shown) {
      CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)
          .execute(this::show);
    }
  }

  /**
   * Shows how much of an input was read, on a terminal.
   *
   * @param bytes of the input; -1 when unknown
   */
  public static Progress of(String task, long bytes) {
    return new Progress(
        new ProgressBarBuilder().setInitialMax(bytes).setUnit(" MB", MEGABYTE),
        task,
        isTerminal(),
        PATIENCE);
  }

  /**
   * Shows how many steps were done, of which there is an unknown number.
   *
   * @param asked whether it is shown where standard error is no terminal, too
   */
  static Progress counting(String task, boolean asked) {
    return counting(new ProgressBarBuilder(), task, asked || isTerminal(), PATIENCE);
  }

  static Progress counting(
      ProgressBarBuilder builder, String task, boolean shown, Duration patience) {
    return new Progress(builder.setInitialMax(-1), task, shown, patience);
  }

  private static boolean isTerminal() {
    return System.console() != null;
  }

  private synchronized void show() {
    if (!closed) {
      bar = builder.build();
      bar.stepTo(position);
      bar.setExtraMessage(message);
    }
  }

  /** What is read from this moves the bar on. */
  public InputStream watching(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int one = super.read();
        by(one < 0 ? 0 : 1);
        return one;
      }

      @Override
      public int read(byte[] bytes, int from, int count) throws IOException {
        int read = super.read(bytes, from, count);
        by(Math.max(0, read));
        return read;
      }
    };
  }

  private synchronized void by(int steps) {
    to(position + steps);
  }

  /** Moves the bar to a number of steps. */
  public synchronized void to(long steps) {
    position = steps;
    if (bar != null) {
      bar.stepTo(steps);
    }
  }

  /** Shows something behind the bar. */
  public synchronized void say(String said) {
    message = said;
    if (bar != null) {
      bar.setExtraMessage(said);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (bar != null) {
      bar.close();
    }
  }
}
