package io.redress.http.decide;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.http.problem.Rejections;
import io.redress.journal.write.Journal;
import io.redress.lifecycle.ActiveRules;
import io.redress.operations.RuleSetHealth;
import io.redress.platform.request.LogField;
import io.redress.platform.request.LogLines;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.ShippedRules;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("service")
class DecideResourceTest {
  private static final String DRESS =
      """
      {"disputeType": "NOT_RECEIVED", "reason": "IN_TRANSIT", "delayCause": "PEAK_SEASON",
       "disputeId": "dress-1", "asOf": "2014-12-10"}
      """;

  @Inject ActiveRules active;
  @Inject Decider decider;
  @Inject StuckRequests stuck;
  @Inject Journal journal;
  @Inject Rejections rejections;

  @Test
  void answerHasTheMembersOfTheVocabulary() throws Exception {
    JsonNode answer = decided(DRESS);
    assertThat(answer.fieldNames())
        .toIterable()
        .containsExactly(
            "decisionId",
            "decidedAt",
            "disputeId",
            "asOf",
            "ruleSet",
            "resolution",
            "actions",
            "reasonCode",
            "nextOrderDiscountPercent",
            "goods",
            "evidence",
            "dates",
            "caseStatus",
            "assessment",
            "warnings",
            "trace",
            "letter");
    assertThat(UUID.fromString(answer.path("decisionId").textValue()).version()).isEqualTo(7);
    assertThat(Instant.parse(answer.path("decidedAt").textValue())).isBefore(Instant.now());
    assertThat(answer.path("disputeId").textValue()).isEqualTo("dress-1");
    assertThat(answer.path("asOf").textValue()).isEqualTo("2014-12-10");
    assertThat(answer.path("nextOrderDiscountPercent").toString()).isEqualTo("5");
  }

  @Test
  void fullTraceHasTheRulesWithoutEffect() throws Exception {
    JsonNode brief = decided(DRESS).path("trace");
    String body =
        given()
            .contentType("application/json")
            .body(DRESS)
            .post("/v1/decide?trace=full")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    JsonNode full = new ObjectMapper().readTree(body).path("trace");
    assertThat(brief).isNotEmpty().noneMatch(entry -> entry.path("effect").isEmpty());
    assertThat(full).containsAll(brief).anyMatch(entry -> entry.path("effect").isEmpty());
    given()
        .contentType("application/json")
        .body(DRESS)
        .post("/v1/decide?trace=half")
        .then()
        .statusCode(400);
  }

  @Test
  void sameFactsAreDecidedTheSameWay() throws Exception {
    ObjectMapper json = new ObjectMapper();
    JsonNode first = decided(DRESS);
    JsonNode second = decided(DRESS);
    assertThat(first.path("decisionId")).isNotEqualTo(second.path("decisionId"));
    assertThat(json.writeValueAsString(first).replaceAll("\"decidedAt.*?,|\"decisionId.*?,", ""))
        .isEqualTo(
            json.writeValueAsString(second).replaceAll("\"decidedAt.*?,|\"decisionId.*?,", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/json; charset=utf-8"})
  void jsonMediaTypesAreAccepted(String mediaType) {
    assertThat(post(mediaType, DRESS).statusCode()).isEqualTo(200);
  }

  @Test
  void failureIsInTheLogButNotInTheAnswer() {
    try (LogLines log = LogLines.recording()) {
      Response answer = failed();
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.contentType()).isEqualTo("application/problem+json");
      assertThat(answer.<String>path("type")).isEqualTo("urn:redress:problem:internal");
      String occurrence = answer.<String>path("instance").replace("urn:uuid:", "");
      assertThat(answer.<String>path("detail")).contains(occurrence);
      assertThat(answer.asString()).doesNotContain("io.", "java", "Exception", "boom", "\\tat");
      assertThat(log.with(occurrence))
          .singleElement()
          .satisfies(
              line -> {
                assertThat(line.text()).startsWith("ERROR").contains("IllegalStateException");
                assertThat(line.field(LogField.DISPUTE_ID)).isEqualTo("dress-1");
              });
    }
  }

  private Response failed() {
    RuleSet whole = active.current().orElseThrow();
    active.activate(ShippedRules.broken());
    try {
      return post(
          "application/json",
          DRESS.replace("}", ", \"order\": {\"item\": \"" + ShippedRules.BREAKING + "\"}}"));
    } finally {
      active.activate(whole);
    }
  }

  @Test
  void withoutARuleSetTheServiceIsNotReady() {
    ActiveRules none = new ActiveRules();
    DecideResource resource =
        new DecideResource(new DecisionService(none, decider, stuck, journal, rejections));
    HttpProblem problem =
        catchThrowableOfType(
            HttpProblem.class, () -> resource.decide(InputStream.nullInputStream(), null, null));
    assertThat(problem.getStatusCode()).isEqualTo(503);
    assertThat(problem.getHeaders()).containsKey("Retry-After");
    assertThat(new RuleSetHealth(none).call().getStatus())
        .isEqualTo(HealthCheckResponse.Status.DOWN);
  }

  @Test
  void readinessNamesTheActiveRuleSet() {
    assertThat(
            get("/q/health/ready")
                .<String>path("checks.find { it.name == 'Rule set' }.data.version"))
        .isEqualTo(active.current().orElseThrow().id().version());
    assertThat(get("/q/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void decisionsAndProblemsAreCounted() throws Exception {
    String version = decided(DRESS).at("/ruleSet/version").textValue();
    post("application/json", "{}");
    assertThat(get("/q/metrics").asString())
        .contains(
            "redress_decisions_total{resolution=\"KEEP_TRACKING\"}",
            "redress_ruleset_active{version=\"" + version + "\"} 1.0",
            "redress_decide_seconds_bucket",
            "redress_problems_total{status=\"422\"}");
  }

  private static JsonNode decided(String facts) throws Exception {
    return new ObjectMapper().readTree(post("application/json", facts).asString());
  }

  private static Response post(String mediaType, String facts) {
    return given()
        .contentType(mediaType)
        .body(facts.getBytes(StandardCharsets.UTF_8))
        .post("/v1/decide");
  }
}
