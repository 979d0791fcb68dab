package io.redress.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.decision.DecisionJson;
import io.redress.proof.Anchor;
import io.redress.proof.Proof;
import io.redress.proof.ProofReport;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;

/** A proof that a running service makes, whose embedded database nobody else can open. */
final class RemoteProof {
  private static final ObjectMapper JSON = DecisionJson.mapper();

  private RemoteProof() {}

  /**
   * @param key with the role audit; empty when the service is open
   * @throws IOException when the service does not answer with a report; the message says why
   */
  static ProofReport ask(URI server, String key, Proof.Scope scope) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve("/v1/journal/verification?" + query(scope)));
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    try {
      var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
      JsonNode body = JSON.readTree(answer.body());
      if (answer.statusCode() != 200) {
        throw new IOException(
            answer.statusCode() + " " + body.path("detail").asText("without a reason"));
      }
      return JSON.treeToValue(body, ProofReport.class);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", ended);
    }
  }

  private static String query(Proof.Scope scope) {
    StringBuilder query = new StringBuilder("redecide=").append(scope.redecide());
    if (scope.since() != null) {
      query.append("&since=").append(scope.since().atZone(ZoneOffset.UTC).toLocalDate());
    }
    for (Anchor anchor : scope.anchors()) {
      query.append("&anchor=").append(URLEncoder.encode(anchor.toString(), StandardCharsets.UTF_8));
    }
    return query.toString();
  }
}
