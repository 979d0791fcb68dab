package io.redress.console;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.redress.http.problem.Endpoints;
import io.redress.http.problem.ProblemPages;
import io.redress.http.problem.ProblemType;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Renders a problem as a console page. Scripts, including htmx, and API clients get JSON instead.
 */
@Singleton
class ProblemPage implements ProblemPages {
  private static final String SIGN_IN = "/sign-in";
  private static final String TYPE = "urn:redress:problem:";
  private static final Pattern API_SENTENCE = Pattern.compile(" ?GET /v1/[^.]*[.]");

  private final Template template;

  ProblemPage(@Location("shell/problem") Template template) {
    this.template = template;
  }

  @Override
  public Optional<String> page(HttpProblem problem, RoutingContext request) {
    if (!wantsPage(request.request())) {
      return Optional.empty();
    }
    Messages messages = new Messages(Languages.of(request.request()));
    String type = Objects.requireNonNullElse(problem.getType(), URI.create("")).toString();
    String name = type.startsWith(TYPE) ? type.substring(TYPE.length()) : "";
    String plain = plain(problem, messages);
    return Optional.of(
        template
            .data("t", messages)
            .data("status", problem.getStatusCode())
            .data("title", name.isEmpty() ? problem.getTitle() : messages.problem(name))
            .data("gist", name.isEmpty() || !plain.isEmpty() ? "" : messages.gist(name))
            .data(
                "detail",
                plain.isEmpty()
                    ? forPeople(Objects.requireNonNullElse(problem.getDetail(), ""))
                    : plain)
            .render());
  }

  /** Advice for people where the default is for programs; empty elsewhere. */
  private static String plain(HttpProblem problem, Messages messages) {
    String detail = Objects.requireNonNullElse(problem.getDetail(), "");
    if (detail.equals(ProblemType.NOT_FOUND.advice())) {
      return messages.say("shell.lost");
    }
    return detail.equals(ProblemType.METHOD_NOT_ALLOWED.advice())
        ? messages.say("shell.notAPage")
        : "";
  }

  /** A detail without the sentences that are for programs: they name an address, or a header. */
  private static String forPeople(String detail) {
    return API_SENTENCE
        .matcher(detail)
        .replaceAll("")
        .replace(ProblemType.TOO_MANY_REQUESTS.advice(), "Try again in a moment.");
  }

  @Override
  public Locale language(RoutingContext request) {
    return isApi(request.request()) ? Locale.UK : Languages.of(request.request());
  }

  @Override
  public Optional<String> signIn(RoutingContext request) {
    HttpServerRequest http = request.request();
    return wantsPage(http) && http.method() == HttpMethod.GET && !http.path().equals(SIGN_IN)
        ? Optional.of(SIGN_IN + "?to=" + URLEncoder.encode(http.uri(), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private static boolean wantsPage(HttpServerRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    return accepted != null
        && accepted.contains("text/html")
        && !request.headers().contains("HX-Request")
        && !isApi(request);
  }

  private static boolean isApi(HttpServerRequest request) {
    return request.path().startsWith(Endpoints.API);
  }
}
