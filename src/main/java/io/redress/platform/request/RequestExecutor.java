package io.redress.platform.request;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Where a request goes on that waited for a thread which serves them all. */
public final class RequestExecutor {
  private RequestExecutor() {}

  /**
   * To be asked for while the request is handled; what is run there later belongs to the request,
   * and so do its log lines. It must not block.
   */
  public static Executor current() {
    @Nullable Context context = Vertx.currentContext();
    return context == null ? Runnable::run : work -> context.runOnContext(now -> work.run());
  }
}
