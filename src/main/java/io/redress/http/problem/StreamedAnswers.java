package io.redress.http.problem;

import io.redress.platform.request.RedactedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Streams long responses, with a limit of concurrent ones. */
public final class StreamedAnswers {
  private static final Logger LOG = Logger.getLogger(StreamedAnswers.class);

  /** A failure before this many bytes is answered as a problem. */
  private static final int BUFFER = 1 << 16;

  /** Longer than the idle timeout. */
  private static final int DISCONNECT_TIMEOUT_SECONDS = 200;

  private final Semaphore free;

  /**
   * @param max concurrent responses
   */
  public StreamedAnswers(int max) {
    this.free = new Semaphore(max);
  }

  /**
   * Returns the response if the limit is not reached.
   *
   * @param busy detail of the problem otherwise
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 429 when too many are in progress
   */
  public StreamingOutput next(RoutingContext request, StreamingOutput answer, String busy) {
    if (!free.tryAcquire()) {
      throw ProblemType.TOO_MANY_REQUESTS.with(busy);
    }
    AtomicBoolean taken = new AtomicBoolean();
    CompletableFuture<Boolean> over = new CompletableFuture<>();
    // HEAD requests and clients that leave early never have it written.
    request.addEndHandler(
        ended -> {
          over.complete(true);
          if (taken.compareAndSet(false, true)) {
            free.release();
          }
        });
    return out -> {
      if (taken.compareAndSet(false, true)) {
        try {
          write(answer, out, request.request(), over);
        } finally {
          free.release();
        }
      }
    };
  }

  private static void write(
      StreamingOutput answer,
      OutputStream out,
      HttpServerRequest request,
      CompletableFuture<Boolean> over)
      throws IOException {
    HttpServerResponse response = request.response();
    // Not closed: closing would flush it.
    OutputStream buffered = new BufferedOutputStream(new ConnectionOutput(out, response), BUFFER);
    try {
      answer.write(buffered);
      buffered.flush();
    } catch (IOException | RuntimeException failed) {
      if (response.closed()) {
        LOG.debugf("Client left before the end of the response: %s", RedactedException.of(failed));
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

  /** An HTTP/2 connection also serves other requests. */
  private static void abort(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) {
      request.response().reset();
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
  private static final class ConnectionOutput extends OutputStream {
    private final OutputStream out;
    private final HttpServerResponse response;

    ConnectionOutput(OutputStream out, HttpServerResponse response) {
      this.out = out;
      this.response = response;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      if (response.closed()) {
        throw new IOException("Client is gone.");
      }
      out.write(bytes, from, count);
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }
  }
}
