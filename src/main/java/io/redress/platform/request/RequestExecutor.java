package io.redress.platform.request;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Runs the later steps of a request that waited for a shared thread. */
public final class RequestExecutor {
  private RequestExecutor() {}

  /**
   * Returns an executor for the request that is being handled. What it runs later has the log
   * fields of the request. Tasks must not block.
   */
  public static Executor current() {
    @Nullable Context context = Vertx.currentContext();
    return context == null ? Runnable::run : work -> context.runOnContext(now -> work.run());
  }
}
