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

/** Answers that take long to write, of which only so many are written at once. */
public final class StreamedAnswers {
  private static final Logger LOG = Logger.getLogger(StreamedAnswers.class);

  /** What fails before so much was written is told as for any other answer. */
  private static final int BUFFER = 1 << 16;

  /** Longer than idle connections are kept. */
  private static final int UNTIL_GONE_SECONDS = 90;

  private final Semaphore free;

  /**
   * @param most at once
   */
  public StreamedAnswers(int most) {
    this.free = new Semaphore(most);
  }

  /**
   * The answer, if it is its turn; otherwise the answer is 429.
   *
   * @param busy what to say then
   */
  public StreamingOutput next(RoutingContext request, StreamingOutput answer, String busy) {
    if (!free.tryAcquire()) {
      throw ProblemType.TOO_MANY_REQUESTS.with(busy);
    }
    AtomicBoolean taken = new AtomicBoolean();
    CompletableFuture<Boolean> over = new CompletableFuture<>();
    // Who only asks for the head, or leaves early, never has it written.
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
    // Not closed, which would write what is in it.
    OutputStream buffered = new BufferedOutputStream(new Delivery(out, response), BUFFER);
    try {
      answer.write(buffered);
      buffered.flush();
    } catch (IOException | RuntimeException failed) {
      if (response.closed()) {
        LOG.debugf("Who asked left before the end of the answer: %s", RedactedException.of(failed));
      } else if (response.headWritten()) {
        LOG.errorf(RedactedException.of(failed), "An answer was broken off.");
        breakOff(request);
        over.completeOnTimeout(false, UNTIL_GONE_SECONDS, TimeUnit.SECONDS).join();
      } else {
        throw failed;
      }
      giveUp(out);
    }
  }

  /** With version 2, others are answered by the same connection. */
  private static void breakOff(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) {
      request.response().reset();
    } else {
      request.connection().close();
    }
  }

  /**
   * Has nobody else write to whom is gone; before, this would end the answer as if it were whole.
   */
  private static void giveUp(OutputStream out) {
    try {
      out.close();
    } catch (IOException gone) {
      LOG.tracef("Nobody is there any more: %s", RedactedException.of(gone));
    }
  }

  /** Ends with the connection, where Quarkus would have an answer written to its end. */
  private static final class Delivery extends OutputStream {
    private final OutputStream out;
    private final HttpServerResponse response;

    Delivery(OutputStream out, HttpServerResponse response) {
      this.out = out;
      this.response = response;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] some, int from, int count) throws IOException {
      if (response.closed()) {
        throw new IOException("Nobody is there any more.");
      }
      out.write(some, from, count);
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }
  }
}
