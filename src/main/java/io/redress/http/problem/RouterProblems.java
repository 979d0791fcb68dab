package io.redress.http.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.redress.http.problem.Rejections.Reason;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers requests that never reach a resource: too large, or failed in the router. */
@ApplicationScoped
public class RouterProblems {
  /** Before all other filters. */
  private static final int FIRST = 1_001;

  private static final List<String> UNLIMITED = List.of("/q/", "/console/", "/webjars/");

  /** A client that still sends when the connection ends may not get the answer. */
  private static final long READING_MILLIS = 1_000;

  private static final String HTML = "text/html; charset=utf-8";
  private static final int SEE_OTHER = 303;

  private final ObjectMapper json;
  private final ProblemAnswers answers;
  private final Rejections rejections;
  private final ProblemPages pages;
  private final long maxBytes;
  private final Optional<Duration> delay;
  private volatile boolean stopping;

  RouterProblems(
      ObjectMapper json,
      ProblemAnswers answers,
      Rejections rejections,
      ProblemPages pages,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBytes,
      @ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> delay) {
    this.json = json;
    this.answers = answers;
    this.rejections = rejections;
    this.pages = pages;
    this.maxBytes = maxBytes.asLongValue();
    this.delay = delay;
  }

  void guard(@Observes Filters filters) {
    filters.register(this::admit, FIRST);
  }

  void answerFailures(@Observes Router router) {
    router.route().order(-FIRST).failureHandler(this::fail);
  }

  /** Rejects new requests after the shutdown delay, so that those in progress can finish. */
  void stop(@Observes ShutdownDelayInitiatedEvent stops, Vertx vertx) {
    long millis = Math.max(1, delay.orElse(Duration.ZERO).toMillis());
    vertx.setTimer(millis, over -> stopping = true);
  }

  private void fail(RoutingContext request) {
    Throwable failure = request.failure();
    if (request.response().ended()) {
      request.next();
    } else if (failure instanceof AuthenticationRedirectException elsewhere) {
      redirect(request, elsewhere.getCode(), elsewhere.getRedirectUri());
    } else if (failure instanceof HttpProblem problem) {
      answer(request, problem);
    } else if (failure instanceof ForbiddenException) {
      refuse(request, ProblemType.FORBIDDEN);
    } else if (failure instanceof SecurityException
        || failure instanceof AuthenticationCompletionException) {
      refuse(request, ProblemType.UNAUTHENTICATED);
    } else {
      int status = request.statusCode() < 0 ? ProblemType.INTERNAL.status() : request.statusCode();
      answer(request, answers.of(status, failure));
    }
  }

  private void admit(RoutingContext request) {
    if (isBatch(request)) {
      // Its length does not matter, and the server would refuse it for that.
      request.request().headers().remove(HttpHeaders.CONTENT_LENGTH);
    }
    String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length != null && Long.parseLong(length) > maxBytes) {
      closeSoon(request);
      refuse(request, ProblemType.TOO_LARGE);
    } else if (!readsEncoding(request)) {
      request.response().putHeader(HttpHeaders.ACCEPT_ENCODING, "gzip, identity");
      answer(
          request,
          ProblemType.UNSUPPORTED_MEDIA_TYPE.with(
              "Content-Encoding is not supported. Compress the body with gzip, or send it"
                  + " uncompressed, without this header."));
    } else if (stopping && !isUnlimited(request)) {
      request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      answer(request, rejections.because(Reason.STOPPING, ProblemType.UNAVAILABLE.advice()));
    } else {
      request.next();
    }
  }

  /** Whether the path is not limited: cheap, or needed under load. */
  public static boolean isUnlimited(RoutingContext request) {
    return UNLIMITED.stream().anyMatch(request.request().path()::startsWith);
  }

  private static boolean readsEncoding(RoutingContext request) {
    List<String> encodings = request.request().headers().getAll(HttpHeaders.CONTENT_ENCODING);
    return CompressedBodies.reads(String.join(",", encodings))
        || isBatch(request) && encodings.equals(List.of("zstd"));
  }

  /** Whether the request is a batch, which is read while it is answered. */
  public static boolean isBatch(RoutingContext request) {
    return Endpoints.BATCH.equals(request.request().path());
  }

  /** Answers, from any thread, a request that failed elsewhere. */
  public void fail(RoutingContext request, Throwable failure) {
    if (request.response().headWritten()) {
      request.request().connection().close();
    } else {
      answer(request, answers.of(ProblemType.INTERNAL.status(), failure));
    }
  }

  /** Writes the problem of a part of a request, and counts it as if it were that of a request. */
  public String document(RoutingContext request, Throwable failure) {
    return document(pages.language(request), failure);
  }

  /** Writes the problem of what came without a request, and counts it as if it were of one. */
  public String document(Locale language, Throwable failure) {
    HttpProblem problem =
        failure instanceof HttpProblem known
            ? known
            : failure instanceof RefusedFacts facts
                ? facts.problem(language)
                : answers.of(ProblemType.INTERNAL.status(), failure);
    answers.count(problem.getStatusCode());
    return written(problem);
  }

  /** Answers with a problem type and its default detail. */
  public void refuse(RoutingContext request, ProblemType type) {
    answer(request, type.with(type.advice()));
  }

  /**
   * Ends the connection of a request that is about to be answered before all of it is there. The
   * server itself would wait for the rest.
   */
  public void closeSoon(RoutingContext request) {
    if (!request.response().headWritten()) {
      request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    request.vertx().setTimer(READING_MILLIS, answered -> request.request().connection().close());
  }

  /** Answers with a problem. */
  public void answer(RoutingContext request, HttpProblem problem) {
    HttpServerResponse response = request.response();
    answers.count(problem.getStatusCode());
    Optional<String> signIn =
        problem.getStatusCode() == ProblemType.UNAUTHENTICATED.status()
            ? pages.signIn(request)
            : Optional.empty();
    if (signIn.isPresent()) {
      redirect(request, SEE_OTHER, signIn.get());
      return;
    }
    problem.getHeaders().forEach((name, value) -> response.putHeader(name, value.toString()));
    Optional<String> page = pages.page(problem, request);
    response
        .setStatusCode(problem.getStatusCode())
        .putHeader(
            HttpHeaders.CONTENT_TYPE, page.isPresent() ? HTML : HttpProblem.MEDIA_TYPE.toString())
        .end(page.orElseGet(() -> written(problem)));
  }

  private static void redirect(RoutingContext request, int status, String address) {
    request.response().setStatusCode(status).putHeader(HttpHeaders.LOCATION, address).end();
  }

  private String written(HttpProblem problem) {
    try {
      return json.writeValueAsString(problem);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
