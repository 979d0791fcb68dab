package io.redress.http.gate;

import io.redress.security.access.SessionToken;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * The visits of browsers to the console. Each has a token in a cookie, whether somebody is signed
 * in with it or not; and a proof of it in another, which scripts can read and send back in a header
 * with all that changes something. Pages of other sites can read neither.
 */
public final class ConsoleCookies {
  /** In requests that change something. */
  static final String PROOF_HEADER = "X-CSRF-Token";

  private static final String TOKEN_COOKIE = "redress-session";
  private static final String PROOF_COOKIE = "redress-csrf";

  /** Of the visitor's request, where proxies are believed of what they forward. */
  private static final String HTTPS = "https";

  private ConsoleCookies() {}

  /** Greets a browser, unless it was sent by a page of another site. */
  static boolean admit(RoutingContext request) {
    HttpServerRequest sent = request.request();
    if (SameSite.reads(sent)) {
      greet(sent, request.response());
      return true;
    }
    return SameSite.allows(sent)
        && token(sent)
            .filter(token -> token.acceptsCsrfToken(sent.getHeader(PROOF_HEADER)))
            .isPresent();
  }

  private static void greet(HttpServerRequest request, HttpServerResponse response) {
    SessionToken token = token(request).orElseGet(SessionToken::random);
    Cookie proof = request.getCookie(PROOF_COOKIE);
    if (token(request).isEmpty() || proof == null || !token.acceptsCsrfToken(proof.getValue())) {
      remember(token, request, response);
    }
  }

  /** The token that a browser sent. */
  static Optional<SessionToken> token(HttpServerRequest request) {
    return Optional.ofNullable(request.getCookie(TOKEN_COOKIE))
        .map(Cookie::getValue)
        .flatMap(SessionToken::read);
  }

  /** The token that a browser sent. */
  public static Optional<SessionToken> token(RoutingContext request) {
    return token(request.request());
  }

  /** Has the browser go on with another token, which nobody can have planted in it before. */
  public static void goOnAs(SessionToken token, RoutingContext request) {
    remember(token, request.request(), request.response());
  }

  private static void remember(
      SessionToken token, HttpServerRequest request, HttpServerResponse response) {
    response.addCookie(
        cookie(TOKEN_COOKIE, token.text(), request)
            .setHttpOnly(true)
            .setSameSite(CookieSameSite.LAX));
    response.addCookie(
        cookie(PROOF_COOKIE, token.csrfToken(), request).setSameSite(CookieSameSite.STRICT));
  }

  private static Cookie cookie(String name, String value, HttpServerRequest request) {
    return Cookie.cookie(name, value).setPath("/").setSecure(HTTPS.equals(request.scheme()));
  }
}
