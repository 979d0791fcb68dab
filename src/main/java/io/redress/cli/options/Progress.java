package io.redress.cli.options;

import java.io.InputStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import me.tongfei.progressbar.wrapped.ProgressBarWrappedInputStream;
import org.jspecify.annotations.Nullable;

/** A progress bar on standard error, on a terminal only. */
public final class Progress implements AutoCloseable {
  private static final int UPDATE_MILLIS = 500;
  private static final int MEGABYTE = 1 << 20;

  private final @Nullable ProgressBar bar;

  private Progress(@Nullable ProgressBar bar) {
    this.bar = bar;
  }

  /**
   * @param bytes of the input; -1 when unknown
   */
  public static Progress of(String task, long bytes) {
    return new Progress(
        System.console() == null
            ? null
            : new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(bytes)
                .setUnit(" MB", MEGABYTE)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setStyle(ProgressBarStyle.ASCII)
                .build());
  }

  /** What is read from this moves the bar on. */
  public InputStream watching(InputStream in) {
    return bar == null ? in : new ProgressBarWrappedInputStream(in, bar);
  }

  /** Shows something behind the bar. */
  public void say(String message) {
    if (bar != null) {
      bar.setExtraMessage(message);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
