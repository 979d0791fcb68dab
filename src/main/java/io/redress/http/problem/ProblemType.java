package io.redress.http.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The problem types (RFC 9457). Their URNs and statuses are part of the API contract. */
public enum ProblemType {
  MALFORMED_REQUEST(400, "The request is malformed", "Send a well-formed request."),
  UNAUTHENTICATED(
      401,
      "Authentication is required",
      "Send a valid key or token, such as Authorization: Bearer redress_..."),
  FORBIDDEN(403, "Your role does not allow this", "Ask an admin for a key with the required role."),
  NOT_FROM_HERE(
      403,
      "The service accepts local requests only",
      "Call it as localhost, without a proxy, or protect access with a key."),
  NOT_FROM_A_PAGE(
      403, "The request does not come from a console page", "Reload the page and try again."),
  CODE_BY_UPLOAD(
      403, "Code cannot be uploaded", "Ask an engineer to put it into the rules folder."),
  NOT_FOUND(404, "There is nothing at this address", "See /q/openapi for all addresses."),
  METHOD_NOT_ALLOWED(
      405, "This address does not allow that method", "Use a method listed in Allow."),
  NOT_ACCEPTABLE(
      406,
      "The response is not available in that format",
      "Accept a type listed in /q/openapi, usually application/json."),
  TOO_SLOW(408, "The request took too long to arrive", "Send it again, faster."),
  NOT_ACTIVATED(409, "The rule set cannot be activated", "Resolve the listed reasons."),
  GATES_NOT_MET(
      409, "A gate is not met", "Begin an impact run, or ask a second admin, as the reasons say."),
  NOT_CERTIFIED(409, "The decision cannot be certified", "Verify the journal."),
  NOT_A_CANDIDATE(409, "The rule set is not in that state", "Read its status, then try again."),
  CONFLICTING_CHANGES(
      409, "Both changed the same", "Choose on the page of the candidate whose change counts."),
  TOO_MANY_REPORTS(
      409, "There are too many reports on this decision", "Leave it: the last one counts."),
  TOO_LARGE(413, "The request is too large", "Send less at once."),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      "The media type is not supported",
      "Send a Content-Type listed in /q/openapi, usually application/json."),
  IMPOSSIBLE_FACTS(422, "The facts contradict each other", "Correct each listed fact."),
  IDEMPOTENCY_KEY_REUSED(
      422, "The idempotency key was already used", "Use a new key for each request."),
  UNREADABLE_RULES(422, "The rule set cannot be read", "Correct each listed problem."),
  NOT_ACCEPTED(422, "The new results cannot be accepted", "Resolve the listed problems."),
  TOO_MANY_REQUESTS(429, "Too many requests", "Retry after the time in Retry-After."),
  INTERNAL(500, "Internal error", "Your request is not the cause."),
  UNAVAILABLE(
      503, "The service is temporarily unavailable", "Retry after the time in Retry-After.");

  /** The value of {@code WWW-Authenticate}. */
  public static final String BEARER = "Bearer realm=\"redress\"";

  private static final String URN = "urn:redress:problem:";
  private static final String RETRY_SECONDS = "1";

  private final int status;
  private final String title;
  private final String advice;

  ProblemType(int status, String title, String advice) {
    this.status = status;
    this.title = title;
    this.advice = advice;
  }

  /** The type of a status; for others, MALFORMED_REQUEST below 500, else INTERNAL. */
  static ProblemType of(int status) {
    return Arrays.stream(values())
        .filter(type -> type.status == status)
        .findFirst()
        .orElse(status < INTERNAL.status ? MALFORMED_REQUEST : INTERNAL);
  }

  /** Whether the problem has one of these types already. */
  static boolean isTyped(HttpProblem problem) {
    return problem.getType() != null && problem.getType().toString().startsWith(URN);
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** The default for {@code detail}: what to do. */
  public String advice() {
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

  /** A problem of this type, to be thrown, with a member that lists details. */
  public HttpProblem with(String detail, String member, List<?> listed) {
    return builder().withDetail(detail).with(member, listed).build();
  }

  /** The headers of a response with such a problem. */
  public Map<String, String> headers() {
    return switch (this) {
      case UNAUTHENTICATED -> Map.of(HttpHeaders.WWW_AUTHENTICATE, BEARER);
      case TOO_MANY_REQUESTS, UNAVAILABLE -> Map.of(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
      default -> Map.of();
    };
  }

  HttpProblem.Builder builder() {
    HttpProblem.Builder problem =
        HttpProblem.builder().withType(urn()).withTitle(title).withStatus(status);
    headers().forEach(problem::withHeader);
    return problem;
  }
}
