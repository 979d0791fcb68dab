package io.redress.http.gate;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** The API key of a request, not verified yet. */
final class PresentedKey extends BaseAuthenticationRequest {
  private final String token;

  PresentedKey(String token) {
    this.token = token;
  }

  String token() {
    return token;
  }
}
