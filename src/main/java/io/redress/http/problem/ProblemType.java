package io.redress.http.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can keep a request from its answer; the type's URN and status are part of the contract. */
public enum ProblemType {
  MALFORMED_REQUEST(400, "The request can not be read", "Send a well-formed request."),
  UNAUTHENTICATED(
      401,
      "Nobody can tell who you are",
      "Send a key or token that is valid, as in Authorization: Bearer redress_..."),
  FORBIDDEN(403, "You may not do this", "Have an admin make you a key with the role for it."),
  NOT_FROM_HERE(
      403,
      "The service is open to this machine alone",
      "Call it by localhost, without a proxy, or have its access protected by a key."),
  NOT_FROM_A_PAGE(
      403,
      "The request does not come from a page of the console",
      "Load the page anew, and try again."),
  CODE_BY_UPLOAD(403, "Code is not taken over HTTP", "Have an engineer put it into the folder."),
  NOT_FOUND(404, "There is nothing at this address", "Look into /q/openapi for what there is."),
  METHOD_NOT_ALLOWED(
      405, "This address does not take that method", "Use a method that Allow names."),
  NOT_ACCEPTABLE(
      406,
      "The answer does not come in that form",
      "Accept what /q/openapi names, most often application/json."),
  TOO_SLOW(408, "The request took too long to arrive", "Send it anew, and faster."),
  NOT_ACTIVATED(409, "The rule set may not decide", "Do what the reasons say."),
  TOO_LARGE(413, "The request is too large", "Send less at once."),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      "The request has the wrong media type",
      "Send the Content-Type that /q/openapi names, most often application/json."),
  IMPOSSIBLE_FACTS(422, "The facts can not be so", "Correct each fact that is listed."),
  IDEMPOTENCY_KEY_REUSED(
      422, "The idempotency key was used before", "Use a key once for each request."),
  UNREADABLE_RULES(422, "The rule set can not be read", "Correct each problem that is listed."),
  TOO_MANY_REQUESTS(429, "Too many requests at once", "Send this one again after Retry-After."),
  INTERNAL(500, "The service failed", "The fault is not yours."),
  UNAVAILABLE(503, "The service can not decide now", "Send this again after Retry-After.");

  /** What {@code WWW-Authenticate} says: how to tell who one is. */
  public static final String BEARER = "Bearer realm=\"redress\"";

  private static final String URN = "urn:redress:problem:";
  private static final String RETRY_AFTER = "Retry-After";
  private static final int RETRY_SECONDS = 1;

  private final int status;
  private final String title;
  private final String advice;

  ProblemType(int status, String title, String advice) {
    this.status = status;
    this.title = title;
    this.advice = advice;
  }

  /** The type with this status; for a status without its own, the one that says whose fault. */
  static ProblemType of(int status) {
    return Arrays.stream(values())
        .filter(type -> type.status == status)
        .findFirst()
        .orElse(status < INTERNAL.status ? MALFORMED_REQUEST : INTERNAL);
  }

  /** Whether the problem is in our own words already. */
  static boolean worded(HttpProblem problem) {
    return problem.getType() != null && problem.getType().toString().startsWith(URN);
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** The default for {@code detail}: what to do. */
  String advice() {
    return advice;
  }

  /** Such as {@code urn:redress:problem:impossible-facts}. */
  public URI urn() {
    return URI.create(URN + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** A problem of this type, to be thrown. */
  public HttpProblem with(String detail) {
    return builder().withDetail(detail).build();
  }

  /** A problem of this type, to be thrown, with a member that lists what is wrong. */
  public HttpProblem with(String detail, String member, List<?> listed) {
    return builder().withDetail(detail).with(member, listed).build();
  }

  HttpProblem.Builder builder() {
    HttpProblem.Builder problem =
        HttpProblem.builder().withType(urn()).withTitle(title).withStatus(status);
    if (this == UNAUTHENTICATED) {
      problem.withHeader(HttpHeaders.WWW_AUTHENTICATE, BEARER);
    }
    boolean passes = this == TOO_MANY_REQUESTS || this == UNAVAILABLE;
    return passes ? problem.withHeader(RETRY_AFTER, RETRY_SECONDS) : problem;
  }
}
