package io.redress.http.load;

import io.redress.http.problem.ProblemType;
import io.redress.platform.request.RedactedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Streams long responses, some at once, of which fewer are created at once: a response that waits
 * for its client to read on lets another one continue. One whose client reads nothing, or too
 * slowly, is aborted: see {@link ReadingPace}.
 */
public final class StreamedAnswers {
  private static final Logger LOG = Logger.getLogger(StreamedAnswers.class);

  /** A failure before this many bytes is answered as a problem. */
  private static final int BUFFER = 1 << 16;

  /** Longer than the idle timeout. */
  private static final int DISCONNECT_TIMEOUT_SECONDS = 200;

  private final Semaphore working;
  private final SharedCapacity open;
  private final Duration patience;

  /**
   * @param working responses that are created at once
   * @param open responses at once, including those that wait for their clients
   * @param patience how long a client may read nothing
   */
  public StreamedAnswers(int working, int open, Duration patience) {
    this.working = new Semaphore(working, true);
    this.open = new SharedCapacity(open, 1);
    this.patience = patience;
  }

  /**
   * Returns the response if the limit is not reached.
   *
   * @param busy detail of the problem otherwise
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 429 when too many are in progress, or too
   *     many of this caller
   */
  public StreamingOutput next(RoutingContext request, StreamingOutput answer, String busy) {
    String caller = RequestSlots.caller(request);
    if (open.take(caller, 1) != SharedCapacity.Outcome.TAKEN) {
      throw ProblemType.TOO_MANY_REQUESTS.with(busy);
    }
    AtomicBoolean taken = new AtomicBoolean();
    CompletableFuture<Boolean> over = new CompletableFuture<>();
    // HEAD requests and clients that leave early never have it written.
    RequestSlots.atEnd(
        request,
        () -> {
          over.complete(true);
          if (taken.compareAndSet(false, true)) {
            open.give(caller, 1);
          }
        });
    return out -> {
      if (taken.compareAndSet(false, true)) {
        working.acquireUninterruptibly();
        try {
          write(answer, out, request.request(), over);
        } finally {
          working.release();
          open.give(caller, 1);
        }
      }
    };
  }

  private void write(
      StreamingOutput answer,
      OutputStream out,
      HttpServerRequest request,
      CompletableFuture<Boolean> over)
      throws IOException {
    HttpServerResponse response = request.response();
    // Not closed: closing would flush it.
    OutputStream buffered = new BufferedOutputStream(new ConnectionOutput(out, request), BUFFER);
    try {
      answer.write(buffered);
      buffered.flush();
    } catch (IOException | RuntimeException failed) {
      if (response.closed() || response.ended()) {
        LOG.debugf(
            "Client left, or was too slow, before the end of the response: %s",
            RedactedException.of(failed));
      } else if (response.headWritten()) {
        LOG.errorf(RedactedException.of(failed), "Response aborted");
        abort(request);
        over.completeOnTimeout(false, DISCONNECT_TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
      } else {
        throw failed;
      }
      closeOutput(out);
    }
  }

  /**
   * Closes the connection at once. The server itself, and the last handler of the channel, would
   * wait until the client has read the rest.
   */
  private static void abort(HttpServerRequest request) {
    if (request.connection() instanceof ConnectionBase connection) {
      connection.channelHandlerContext().close();
    } else {
      request.connection().close();
    }
  }

  /** Closes the output once the client is gone; earlier, that would complete the response. */
  private static void closeOutput(OutputStream out) {
    try {
      out.close();
    } catch (IOException gone) {
      LOG.tracef("Client is gone: %s", RedactedException.of(gone));
    }
  }

  /** Stops writing when the connection closes, which Quarkus does not. */
  private final class ConnectionOutput extends OutputStream {
    private final OutputStream out;
    private final HttpServerRequest request;
    private final ReadingPace pace = new ReadingPace(patience);

    ConnectionOutput(OutputStream out, HttpServerRequest request) {
      this.out = out;
      this.request = request;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      whileOthersWork(() -> out.write(bytes, from, count), count);
    }

    @Override
    public void flush() throws IOException {
      whileOthersWork(out::flush, 0);
    }

    /** Waits for the client without holding up other responses. */
    private void whileOthersWork(Writing writing, int count) throws IOException {
      if (request.response().closed()) {
        throw new IOException("Client is gone.");
      }
      CompletableFuture<Void> written = new CompletableFuture<>();
      written.orTimeout(pace.next().toMillis(), TimeUnit.MILLISECONDS).exceptionally(this::stalled);
      working.release();
      long begin = System.nanoTime();
      try {
        writing.run();
      } finally {
        pace.read(count, Duration.ofNanos(System.nanoTime() - begin));
        written.complete(null);
        working.acquireUninterruptibly();
      }
    }

    private Void stalled(Throwable late) {
      LOG.infof(
          "Response aborted: its client reads too slowly, or has read nothing for %d s",
          patience.toSeconds());
      abort(request);
      return null;
    }
  }

  private interface Writing {
    void run() throws IOException;
  }
}
