package io.redress.http.openapi;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.FactProblem;
import io.redress.http.problem.ProblemType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("service")
class ApiDescriptionTest {
  /** Statuses of rule set requests, which decisions never have. */
  private static final List<String> OF_RULE_SETS_ONLY = List.of("409");

  private JsonNode api;
  private JsonNode decide;

  @BeforeEach
  void read() throws Exception {
    api =
        new ObjectMapper()
            .readTree(given().accept("application/json").get("/q/openapi").asString());
    decide = api.at("/paths/~1v1~1decide/post");
  }

  @Test
  void everyProblemIsDescribed() {
    List<String> expected = new ArrayList<>(List.of("200"));
    for (ProblemType type : ProblemType.values()) {
      expected.add(Integer.toString(type.status()));
    }
    expected.removeAll(OF_RULE_SETS_ONLY);
    assertThat(decide.path("responses").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(Set.copyOf(expected));
  }

  @Test
  void examplesAreValidRequests() {
    JsonNode examples = decide.at("/requestBody/content/application~1json/examples");
    assertThat(examples.fieldNames()).toIterable().contains("atomizers", "dress", "lost");
    for (JsonNode example : examples) {
      List<FactProblem> faults =
          DisputeReader.read(example.path("value"), country -> LocalDate.of(2026, 3, 5))
              .fold(dispute -> List.of(), found -> found);
      assertThat(faults).as(example.toString()).isEmpty();
    }
  }

  @Test
  void factsAreDescribedWithTheirLimits() {
    JsonNode facts = api.at("/components/schemas/Dispute");
    assertThat(facts.path("required").toString()).isEqualTo("[\"disputeType\",\"reason\"]");
    assertThat(facts.path("additionalProperties").booleanValue()).isFalse();
    JsonNode order = facts.at("/properties/order/properties");
    assertThat(order.at("/quantity/minimum").intValue()).isOne();
    assertThat(order.at("/quantity/maximum").intValue()).isEqualTo(1_000_000);
    assertThat(order.at("/unitPrice/type").textValue()).isEqualTo("string");
    assertThat(order.at("/orderedOn/format").textValue()).isEqualTo("date");
    assertThat(facts.at("/properties/evidence/properties/types/items/enum").toString())
        .isEqualTo("[\"PHOTO\",\"VIDEO\",\"DOCUMENT\"]");
  }

  @Test
  void answerSchemaMatchesTheJson() {
    JsonNode answer = api.at("/components/schemas/Answer/properties");
    assertThat(answer.at("/decisionId/format").textValue()).isEqualTo("uuid");
    assertThat(answer.at("/refund/properties/amount/type").textValue()).isEqualTo("string");
    assertThat(answer.at("/nextOrderDiscountPercent/type").textValue()).isEqualTo("number");
    assertThat(answer.path("assessment").path("properties").has("dispute")).isFalse();
    assertThat(answer.has("decision")).isFalse();
  }

  @Test
  void onlyTheApiIsDescribed() {
    assertThat(api.path("paths").fieldNames())
        .toIterable()
        .allMatch(path -> path.startsWith("/v1/"));
    assertThat(api.at("/info/title").textValue()).isEqualTo("Redress");
  }

  @Test
  void swaggerUiIsAvailable() {
    assertThat(get("/q/swagger-ui/").statusCode()).isEqualTo(200);
  }
}
