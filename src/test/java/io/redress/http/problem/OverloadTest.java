package io.redress.http.problem;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OverloadTest.NoRoom.class)
@Tag("service")
class OverloadTest {
  public static class NoRoom implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("redress.most-requests-at-once", "0");
    }
  }

  @Test
  void excessRequestGetsRetryAfter() {
    Response answer = given().contentType("application/json").body("{}").post("/v1/decide");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.header("Retry-After")).isEqualTo("1");
    assertThat(get("/q/metrics").asString())
        .containsPattern("redress_rejected_total\\{reason=\"overload\"} [1-9]")
        .contains("redress_rejected_total{reason=\"uploads\"} 0.0");
  }

  @Test
  void assetsDoNotCountAsRequests() {
    assertThat(get("/decide").statusCode()).isEqualTo(503);
    Response shown = given().accept("text/html").get("/");
    assertThat(shown.statusCode()).isEqualTo(503);
    assertThat(shown.header("Retry-After")).isEqualTo("1");
    assertThat(shown.asString()).contains("<h1>The service is temporarily unavailable</h1>");
    assertThat(get("/console/console.css").statusCode()).isEqualTo(200);
  }

  @Test
  void healthAnswersUnderOverload() {
    assertThat(get("/q/health/live").statusCode()).isEqualTo(200);
  }
}
