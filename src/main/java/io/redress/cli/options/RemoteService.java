package io.redress.cli.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.domain.decision.DecisionJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * A running service, for commands that cannot open its embedded database themselves.
 *
 * @param key access key; empty if access is not protected
 */
public record RemoteService(URI address, String key) {
  public static final ObjectMapper JSON = DecisionJson.mapper();

  private static final int REFUSED = 400;

  /** Uses the access key in the environment variable {@code REDRESS_API_KEY}. */
  public static RemoteService at(URI address) {
    String key = System.getenv("REDRESS_API_KEY");
    return new RemoteService(address, key == null ? "" : key);
  }

  public JsonNode get(String path) throws IOException {
    return send("GET", path, BodyPublishers.noBody());
  }

  public JsonNode post(String path, Object body) throws IOException {
    return send("POST", path, BodyPublishers.ofString(JSON.writeValueAsString(body)));
  }

  public JsonNode delete(String path) throws IOException {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  /**
   * Writes a long answer as it comes.
   *
   * @throws IOException if it does not answer, refuses, or ends too early; the message says why
   */
  public void download(String path, OutputStream out) throws IOException {
    try (InputStream answer = answer("GET", path, BodyPublishers.noBody())) {
      answer.transferTo(out);
    }
  }

  private JsonNode send(String method, String path, BodyPublisher body) throws IOException {
    try (InputStream answer = answer(method, path, body)) {
      return JSON.readTree(answer);
    }
  }

  /**
   * @throws IOException if it does not answer or refuses; the message says why
   */
  private InputStream answer(String method, String path, BodyPublisher body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path))
            .method(method, body)
            .header("Content-Type", "application/json");
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    try {
      var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
      if (answer.statusCode() >= REFUSED) {
        try (InputStream problem = answer.body()) {
          throw new IOException(
              answer.statusCode()
                  + " "
                  + JSON.readTree(problem).path("detail").asText("without a reason"));
        }
      }
      return answer.body();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", ended);
    }
  }

  /** Without the key, which must not be logged. */
  @Override
  public String toString() {
    return address.toString();
  }
}
