package io.redress.http.gate;

import io.redress.security.access.SessionToken;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * Session and CSRF cookies of the console. Every browser has a session token in a cookie, signed in
 * or not, and a proof of it in a second cookie. Scripts send the proof in a header with each
 * request that changes something. Pages of other sites can read neither cookie.
 */
public final class ConsoleCookies {
  /** Required in requests that change something. */
  static final String PROOF_HEADER = "X-CSRF-Token";

  private static final String TOKEN_COOKIE = "redress-session";
  private static final String PROOF_COOKIE = "redress-csrf";

  /** The scheme of the original request, if a trusted proxy forwards it. */
  private static final String HTTPS = "https";

  private ConsoleCookies() {}

  /**
   * Sets cookies on reads; requires the proof on writes. Returns whether the request may proceed.
   */
  static boolean admit(RoutingContext request) {
    HttpServerRequest http = request.request();
    if (SameSite.isRead(http)) {
      ensureCookies(http, request.response());
      return true;
    }
    return SameSite.allows(http)
        && token(http)
            .filter(token -> token.acceptsCsrfToken(http.getHeader(PROOF_HEADER)))
            .isPresent();
  }

  private static void ensureCookies(HttpServerRequest request, HttpServerResponse response) {
    SessionToken token = token(request).orElseGet(SessionToken::random);
    Cookie proof = request.getCookie(PROOF_COOKIE);
    if (token(request).isEmpty() || proof == null || !token.acceptsCsrfToken(proof.getValue())) {
      setCookies(token, request, response);
    }
  }

  /** The session token of the request. */
  static Optional<SessionToken> token(HttpServerRequest request) {
    return Optional.ofNullable(request.getCookie(TOKEN_COOKIE))
        .map(Cookie::getValue)
        .flatMap(SessionToken::read);
  }

  /** The session token of the request. */
  public static Optional<SessionToken> token(RoutingContext request) {
    return token(request.request());
  }

  /** Replaces the session token on sign-in and sign-out, against session fixation. */
  public static void switchTo(SessionToken token, RoutingContext request) {
    setCookies(token, request.request(), request.response());
  }

  private static void setCookies(
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
