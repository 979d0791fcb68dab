package io.redress.cli.certificate;

import io.redress.platform.signature.PublicKeySet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Reads public keys from a file, or from the address where a service publishes them. */
final class PublicKeys {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int OK = 200;

  private PublicKeys() {}

  /**
   * @throws IOException if there are none; the message says why
   */
  static PublicKeySet read(String place) throws IOException {
    try {
      return PublicKeySet.read(place.matches("https?://.*") ? fetched(place) : file(place));
    } catch (IllegalArgumentException malformed) {
      throw new IOException(
          place + " is not a JWK Set. Save /.well-known/redress-keys of the service.", malformed);
    }
  }

  private static String file(String place) throws IOException {
    Path file = Path.of(place);
    if (!Files.isReadable(file)) {
      throw new IOException(
          "The public keys "
              + place
              + " do not exist or cannot be read. Save /.well-known/redress-keys of the service,"
              + " or name a file or an address with --keys.");
    }
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private static String fetched(String place) throws IOException {
    HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    try {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(place)).timeout(PATIENCE).build(),
              BodyHandlers.ofString());
      if (answer.statusCode() != OK) {
        throw new IOException(place + " answers with status " + answer.statusCode() + ".");
      }
      return answer.body();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", ended);
    }
  }
}
