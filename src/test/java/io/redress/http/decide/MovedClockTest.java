package io.redress.http.decide;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.redress.http.OtherSettings;
import io.redress.journal.verify.JournalVerification;
import io.redress.journal.verify.VerificationReport;
import io.redress.platform.database.Database;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The system clock jumps forward and back between decisions. */
@QuarkusTest
@TestProfile(OtherSettings.class)
@Tag("service")
class MovedClockTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final String LOST = "{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\"}";

  @Inject OtherSettings.MovableClock clock;
  @Inject Database database;

  @AfterEach
  void moveBack() {
    clock.move(Duration.ZERO);
  }

  @Test
  void decisionsStayOrderedAndTheJournalVerifies() {
    List<String> ids = new ArrayList<>();
    List<LocalDate> days = new ArrayList<>();
    for (Duration moved : List.of(Duration.ZERO, DAY, Duration.ZERO, DAY.negated())) {
      clock.move(moved);
      Response answer = decide("moved by " + moved + " " + ids.size());
      ids.add(answer.path("decisionId"));
      days.add(LocalDate.parse(answer.path("asOf")));
    }

    assertThat(ids).isSorted().doesNotHaveDuplicates();
    assertThat(days)
        .containsExactly(
            days.get(0), days.get(0).plusDays(1), days.get(0), days.get(0).minusDays(1));
    VerificationReport verification =
        JournalVerification.of(
            database, new JournalVerification.Scope(null, true, List.of()), entries -> {});
    assertThat(verification.whole()).as("%s", verification).isTrue();
    assertThat(verification.redecided())
        .isEqualTo(verification.entries())
        .isGreaterThanOrEqualTo(4);
  }

  @Test
  void idempotencyKeyExpiresAfterADay() {
    clock.move(Duration.ZERO);
    String first = decide("clock").path("decisionId");
    clock.move(DAY.negated());
    assertThat(decide("clock").<String>path("decisionId")).isEqualTo(first);
    clock.move(DAY.plusMinutes(1));
    assertThat(decide("clock").<String>path("decisionId")).isNotEqualTo(first);
  }

  private static Response decide(String key) {
    return given()
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(LOST)
        .post("/v1/decide");
  }
}
