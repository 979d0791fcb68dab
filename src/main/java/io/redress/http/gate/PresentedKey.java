package io.redress.http.gate;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A key that came with a request, good or not. */
final class PresentedKey extends BaseAuthenticationRequest {
  private final String token;

  PresentedKey(String token) {
    this.token = token;
  }

  String token() {
    return token;
  }
}
