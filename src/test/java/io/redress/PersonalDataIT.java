package io.redress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of people stays out of logs and metrics, even when all is logged and rules fail. */
class PersonalDataIT {
  /** Whatever people may have written holds this. */
  private static final String MARK = "Zyxwv";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** A rule that tells all it knows. */
  private static final String TELLTALE =
      """
      package io.redress.rules
      rule "Tells" salience 1000
      when
        io.redress.domain.dispute.Dispute( order.item == "%1$s" || disputeId == "endless", $buyer : buyer )
      then
        while ("Endless".equals($buyer.name())) {}
        throw new IllegalStateException("%1$s of " + $buyer, new RuntimeException("%1$s\\n%1$s"));
      end
      """
          .formatted(MARK);

  private static final String FACTS =
      """
      {"disputeType": "NOT_RECEIVED", "reason": "LOST", "disputeId": "d-1",
       "order": {"item": "a %1$s", "quantity": 2},
       "shipment": {"carrier": "%1$s Post", "trackingNumber": "LX%1$s", "trackingUrl": "https://%1$s.example/"},
       "problem": {"defects": [{"type": "DAMAGED", "part": "%1$s", "quantity": 1}]},
       "buyer": {"name": "Anna %1$s"}, "seller": {"name": "%1$s & Co"}}
      """
          .formatted(MARK);

  @TempDir private static Path folder;

  private static PackagedJar.Service service;

  @BeforeAll
  static void tellEverything() throws Exception {
    Path rules = EditedRules.copyOf(Path.of("rules"), folder.resolve("rules"));
    Files.writeString(rules.resolve("telltale.drl"), TELLTALE);
    service =
        PackagedJar.serve(
            Map.of(
                "REDRESS_DATA_DIR", folder.resolve("data").toString(),
                "REDRESS_RULES_DIR", rules.toString(),
                "REDRESS_LOG_JSON", "true",
                "REDRESS_LOG_REQUESTS", "true",
                "QUARKUS_LOG_CATEGORY__IO_REDRESS__LEVEL", "DEBUG"));
    sendAll();
  }

  @AfterAll
  static void stop() throws Exception {
    service.close();
  }

  private static void sendAll() throws Exception {
    decide(200, FACTS.replace("NOT_RECEIVED", "NOT_AS_DESCRIBED").replace("LOST", "DAMAGED"));
    decide(422, FACTS.replace("\"quantity\": 2", "\"quantity\": -2"));
    decide(422, FACTS.replace("LOST", MARK));
    decide(422, FACTS.replace("d-1", MARK + " d"));
    decide(400, FACTS.replace("\"buyer\"", "\"" + MARK + "\""));
    decide(400, FACTS.replace("2}", "2"));
    decide(400, FACTS.replace("2}", "\"" + MARK + "\"}"));
    decide(500, FACTS.replace("a " + MARK, MARK));
    decide(500, FACTS.replace("d-1", "endless").replace("Anna " + MARK, "Endless"));
    post("/v1/decide?name=" + MARK, 415, "text/plain", FACTS);
    post("/v1/decide", 415, "application/x-www-form-urlencoded", "name=" + MARK);
    post("/v1/rulesets", 400, "multipart/form-data; boundary=b", "--b\r\n" + MARK);
    post("/v1/rulesets", 422, "multipart/form-data; boundary=b", form("promises.xlsx"));
    post("/v1/rulesets", 422, "multipart/form-data; boundary=b", form(MARK + ".xlsx"));
    post("/v1/rulesets", 403, "multipart/form-data; boundary=b", form(MARK + ".drl"));
    post("/v1/rulesets?comment=" + MARK, 400, "multipart/form-data; boundary=b", "--b--\r\n");
  }

  @Test
  void logsHoldNothingOfIt() throws Exception {
    assertThat(Files.readString(service.output()))
        .contains("Request failed", "NonTerminatingRulesException")
        .doesNotContain(MARK);
  }

  @Test
  void metricsHoldNothingOfIt() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(service.address("/q/metrics")).build();
    assertThat(HTTP.send(request, BodyHandlers.ofString()).body())
        .contains("redress_problems_total{status=\"500\"} 2.0")
        .doesNotContain(MARK);
  }

  @Test
  void eachLineIsOneObjectAndThoseOfRequestsNameThem() throws Exception {
    List<String> lines = Files.readAllLines(service.output());
    assertThat(lines).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    assertThat(objects("io.redress.requests"))
        .hasSizeGreaterThanOrEqualTo(16)
        .anySatisfy(
            line ->
                assertThat(line.path("message").asText()).matches("POST /v1/decide 200 in \\d+ ms"))
        .allSatisfy(line -> assertThat(line.at("/mdc/requestId").asText()).isNotEmpty());
    assertThat(objects("io.redress.http.problem.ProblemAnswers"))
        .hasSize(2)
        .allSatisfy(
            line -> {
              assertThat(line.at("/mdc/requestId").asText()).startsWith("my-");
              assertThat(line.at("/mdc/disputeId").asText()).isIn("d-1", "endless");
              assertThat(line.at("/mdc/ruleSet").asText()).matches("[0-9a-f]{12}");
            });
  }

  private static List<JsonNode> objects(String logger) throws IOException {
    return Files.readAllLines(service.output()).stream()
        .map(PersonalDataIT::object)
        .filter(line -> line.path("loggerName").asText().equals(logger))
        .toList();
  }

  private static JsonNode object(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException noObject) {
      throw new AssertionError(line, noObject);
    }
  }

  private static String form(String name) {
    return """
        --b
        Content-Disposition: form-data; name="comment"

        by %1$s
        --b
        Content-Disposition: form-data; name="file"; filename="%2$s"

        %1$s
        --b--
        """
        .formatted(MARK, name)
        .replace("\n", "\r\n");
  }

  private static void decide(int status, String facts) throws Exception {
    post("/v1/decide", status, "application/json", facts);
  }

  private static void post(String path, int status, String type, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(service.address(path))
            .header("Content-Type", type)
            .header("Idempotency-Key", MARK + body.hashCode() + path.hashCode())
            .header("User-Agent", MARK)
            .header("Referer", "http://" + MARK)
            .header("X-Request-Id", "my-" + Math.abs(body.hashCode()))
            .POST(BodyPublishers.ofString(body))
            .build();
    var answer = HTTP.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
  }
}
