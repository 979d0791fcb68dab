package io.redress.http.decide;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.redress.lifecycle.ActiveRules;
import io.redress.platform.request.LogField;
import io.redress.platform.request.LogLines;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.ShippedRules;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@Tag("service")
class LoggedDecisionsTest {
  @Inject ActiveRules active;

  private RuleSet whole;

  @BeforeEach
  void keep() {
    whole = active.current().orElseThrow();
  }

  @AfterEach
  void restore() {
    active.activate(whole);
  }

  @ParameterizedTest
  @CsvSource({"throw new IllegalStateException();, A-1", "while (true) {}, A-2"})
  void failureIsLoggedWithRequestDisputeAndRuleSet(String consequence, String disputeId) {
    RuleSet broken = ShippedRules.doing(consequence);
    active.activate(broken);
    try (LogLines log = LogLines.recording()) {
      given()
          .header("X-Request-Id", "r-" + disputeId)
          .contentType("application/json")
          .body(
              """
              {"disputeType": "NOT_RECEIVED", "reason": "LOST", "disputeId": "%s",
               "order": {"item": "%s"}}
              """
                  .formatted(disputeId, ShippedRules.BREAKING))
          .post("/v1/decide");
      assertThat(log.with("Request failed"))
          .singleElement()
          .satisfies(
              line -> {
                assertThat(line.field(LogField.REQUEST_ID)).isEqualTo("r-" + disputeId);
                assertThat(line.field(LogField.DISPUTE_ID)).isEqualTo(disputeId);
                assertThat(line.field(LogField.RULE_SET)).isEqualTo(broken.id().version());
              });
    }
  }
}
