package io.redress.http.gate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An OpenID Connect server on which every user is Anna. */
final class LoginServer {
  static final String CLIENT = "redress-console";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MINUTE = 60;

  private final HttpServer server;
  private volatile String nonce = "";
  private volatile List<String> roles = List.of();
  private volatile boolean named = true;

  LoginServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    answer("/.well-known/openid-configuration", request -> json(request, configuration()));
    answer("/jwks", request -> json(request, keys()));
    answer("/authorize", this::authorize);
    answer("/token", request -> json(request, tokens()));
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** The roles of Anna. */
  void give(List<String> given) {
    roles = given;
  }

  /** Whether tokens say who Anna is. */
  void name(boolean anna) {
    named = anna;
  }

  private Map<String, Object> configuration() {
    return Map.of(
        "issuer", url(),
        "authorization_endpoint", url() + "/authorize",
        "token_endpoint", url() + "/token",
        "jwks_uri", url() + "/jwks",
        "response_types_supported", List.of("code"),
        "subject_types_supported", List.of("public"),
        "id_token_signing_alg_values_supported", List.of("RS256"));
  }

  private static Map<String, Object> keys() {
    RSAPublicKey key = (RSAPublicKey) SignedTokens.KEYS.getPublic();
    return Map.of(
        "keys",
        List.of(
            Map.of(
                "kty", "RSA",
                "use", "sig",
                "alg", "RS256",
                "kid", "1",
                "n", unsigned(key.getModulus()),
                "e", unsigned(key.getPublicExponent()))));
  }

  private static String unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return SignedTokens.base64(
        bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }

  /** Signs in every user and redirects back. */
  private void authorize(HttpExchange request) throws IOException {
    Map<String, String> asked =
        Stream.of(request.getRequestURI().getRawQuery().split("&"))
            .map(one -> one.split("=", 2))
            .collect(
                Collectors.toMap(
                    one -> one[0], one -> URLDecoder.decode(one[1], StandardCharsets.UTF_8)));
    nonce = asked.getOrDefault("nonce", "");
    String back =
        asked.get("redirect_uri")
            + "?code=1&state="
            + URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8);
    request.getResponseHeaders().set("Location", back);
    request.sendResponseHeaders(302, -1);
  }

  private Map<String, Object> tokens() {
    long now = Instant.now().getEpochSecond();
    Map<String, Object> claims = new TreeMap<>();
    claims.put("iss", url());
    claims.put("aud", CLIENT);
    if (named) {
      claims.put("sub", "anna");
    }
    claims.put("groups", roles);
    claims.put("nonce", nonce);
    claims.put("iat", now);
    claims.put("exp", now + MINUTE);
    try {
      String token =
          SignedTokens.signed("{\"alg\":\"RS256\",\"kid\":\"1\"}", JSON.writeValueAsString(claims));
      return Map.of(
          "id_token", token, "access_token", token, "token_type", "Bearer", "expires_in", MINUTE);
    } catch (GeneralSecurityException | IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Answers as it likes. */
  @FunctionalInterface
  private interface Answering {
    void to(HttpExchange request) throws IOException;
  }

  private void answer(String path, Answering answering) {
    server.createContext(
        path,
        request -> {
          try (request) {
            answering.to(request);
          }
        });
  }

  private static void json(HttpExchange request, Map<String, Object> body) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    request.getResponseHeaders().set("Content-Type", "application/json");
    request.sendResponseHeaders(200, bytes.length);
    request.getResponseBody().write(bytes);
  }
}
