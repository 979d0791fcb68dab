package io.redress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The packaged jar, started as a user starts it, decides the article's cases over HTTP. */
class PackagedServiceIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static final String ATOMIZERS =
      """
      {"disputeType": "NOT_AS_DESCRIBED", "reason": "DEFECTIVE",
       "order": {"orderedOn": "2015-02-05", "item": "atomizers", "quantity": 20},
       "shipment": {"shippedOn": "2015-02-09"},
       "problem": {"reportedOn": "2015-02-13", "defectiveQuantity": 7,
         "defects": [{"type": "DAMAGED", "part": "coil", "quantity": 2},
                     {"type": "DEFECTIVE", "quantity": 3}]},
       "asOf": "%s"%s}
      """;

  private static final PackagedJar.Service SERVICE = PackagedJar.shared();

  @Test
  void videoIsAskedForBeforeAnythingIsGranted() throws Exception {
    JsonNode answer = decided(ATOMIZERS.formatted("2015-02-14", ""));
    assertThat(answer.path("resolution").asText()).isEqualTo("REQUEST_EVIDENCE");
    assertThat(answer.at("/actions")).hasSize(1);
    assertThat(answer.at("/actions/0/types/0").asText()).isEqualTo("VIDEO");
    assertThat(answer.at("/evidence/required").asBoolean()).isTrue();
    assertThat(answer.has("refund")).isFalse();
    assertThat(answer.path("nextOrderDiscountPercent").decimalValue()).isZero();
    assertThat(answer.at("/warnings/0/code").asText()).isEqualTo("DEFECTS_NOT_ALL_NAMED");
  }

  @Test
  void newAtomizersArePromisedBeforeTheFifthOfMarch() throws Exception {
    JsonNode answer =
        decided(ATOMIZERS.formatted("2015-02-15", ", \"evidence\": {\"types\": [\"VIDEO\"]}"));
    assertThat(answer.path("resolution").asText()).isEqualTo("REPLACEMENT");
    assertThat(answer.path("replacementQuantity").asInt()).isEqualTo(7);
    assertThat(answer.at("/actions/0/quantity").asInt()).isEqualTo(7);
    assertThat(answer.at("/actions/0/shipBefore").asText()).isEqualTo("2015-03-05");
    assertThat(answer.at("/dates/shipBefore").asText()).isEqualTo("2015-03-05");
    assertThat(answer.path("reasonCode").asText()).isEqualTo("SPRING_FESTIVAL");
    assertThat(answer.at("/assessment/defectRatePercent").asText()).isEqualTo("35.00");
    assertThat(answer.has("refund")).isFalse();
    assertThat(answer.path("nextOrderDiscountPercent").decimalValue()).isZero();
  }

  @Test
  void caseIsClosedWhenTheBuyerIsHappy() throws Exception {
    JsonNode answer =
        decided(
            ATOMIZERS.formatted(
                "2015-03-08",
                ", \"evidence\": {\"types\": [\"VIDEO\"]}, \"feedback\": {\"rating\": \"POSITIVE\"}"));
    assertThat(answer.path("resolution").asText()).isEqualTo("NO_ACTION");
    assertThat(answer.path("caseStatus").asText()).isEqualTo("RESOLVED");
  }

  @Test
  void dressIsTrackedAndFivePercentAreOffered() throws Exception {
    JsonNode answer =
        decided(
            """
            {"disputeType": "NOT_RECEIVED", "reason": "IN_TRANSIT", "delayCause": "PEAK_SEASON",
             "shipment": {"trackingNumber": "LX123456789CN",
                          "trackingUrl": "https://track.example/LX123456789CN"},
             "seller": {"name": "Silk Road Dresses"}}
            """);
    assertThat(answer.path("resolution").asText()).isEqualTo("KEEP_TRACKING");
    assertThat(answer.at("/actions/1/type").asText()).isEqualTo("NEXT_ORDER_DISCOUNT");
    assertThat(answer.path("nextOrderDiscountPercent").decimalValue()).isEqualByComparingTo("5");
    assertThat(answer.path("reasonCode").asText()).isEqualTo("PEAK_SEASON");
    assertThat(answer.at("/letter/body").asText())
        .contains("LX123456789CN", "https://track.example/LX123456789CN", "5%")
        .endsWith("Silk Road Dresses");
    assertThat(answer.path("trace")).anyMatch(rule -> rule.has("cells") && rule.has("sheet"));
  }

  @Test
  void threeFactsDecideTheDress() throws Exception {
    JsonNode answer =
        decided(
            """
            {"disputeType": "NOT_RECEIVED", "reason": "IN_TRANSIT", "delayCause": "PEAK_SEASON"}
            """);
    assertThat(answer.path("resolution").asText()).isEqualTo("KEEP_TRACKING");
    assertThat(answer.path("nextOrderDiscountPercent").decimalValue()).isEqualByComparingTo("5");
    assertThat(answer.at("/letter/body").asText()).doesNotContain("null", "{", "[[");
  }

  @Test
  void lostParcelIsNeverTurnedDown() throws Exception {
    JsonNode answer = decided("{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\"}");
    assertThat(answer.path("resolution").asText()).isEqualTo("FULL_REFUND");
  }

  @Test
  void impossibleFactsAreRefusedAllAtOnce() throws Exception {
    HttpResponse<String> answer =
        post(
            """
            {"disputeType": "NOT_RECEIVED", "reason": "IN_TRANSIT", "order": {"quantity": 2},
             "problem": {"defectiveQuantity": 3, "missingQuantity": 4}}
            """);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(JSON.readTree(answer.body()).path("errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/problem/defectiveQuantity", "/problem/missingQuantity");
  }

  @Test
  void serviceIsReadyAndTellsWhatItDoes() throws Exception {
    assertThat(get("/q/health/ready").statusCode()).isEqualTo(200);
    assertThat(get("/q/openapi").body()).contains("/v1/decide");
    decided("{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\"}");
    assertThat(get("/q/metrics").body()).contains("redress_decisions_total", "FULL_REFUND");
  }

  /** The exporter of traces needs a client of gRPC; nothing is a server, or reads its proxies. */
  @Test
  void unusedPartsAreNotInIt() throws IOException {
    try (Stream<Path> parts = Files.list(Path.of("target", "quarkus-app", "lib", "main"))) {
      assertThat(parts.map(part -> part.getFileName().toString()))
          .anyMatch(name -> name.startsWith("org.drools.drools-core-"))
          .noneMatch(
              name -> name.matches(".*(haproxy|quarkus-grpc|grpc-(server|netty|services)).*"));
    }
  }

  private static JsonNode decided(String facts) throws IOException, InterruptedException {
    HttpResponse<String> answer = post(facts);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static HttpResponse<String> post(String facts) throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(SERVICE.address("/v1/decide"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(facts))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI address = SERVICE.address(path);
    return HTTP.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }
}
