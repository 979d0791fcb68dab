package io.redress.http.gate;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.redress.security.access.SessionToken;

/** The session token of a browser, signed in or not. */
final class PresentedSession extends BaseAuthenticationRequest {
  private final SessionToken token;

  PresentedSession(SessionToken token) {
    this.token = token;
  }

  SessionToken token() {
    return token;
  }
}
