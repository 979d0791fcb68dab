package io.redress.http.gate;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.redress.security.access.SessionToken;

/** What a browser that looks at the console holds, signed in or not. */
final class PresentedSession extends BaseAuthenticationRequest {
  private final SessionToken token;

  PresentedSession(SessionToken token) {
    this.token = token;
  }

  SessionToken token() {
    return token;
  }
}
