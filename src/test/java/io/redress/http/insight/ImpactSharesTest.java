package io.redress.http.insight;

import static io.redress.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.redress.domain.decision.DecisionJson;
import io.redress.http.gate.Protected;
import io.redress.journal.impact.ImpactRuns;
import io.redress.journal.impact.ImpactSpecification;
import io.redress.platform.database.Database;
import io.redress.security.access.Role;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What one auditor leaves to the others: places for runs, and their results. */
@QuarkusTest
@TestProfile(Protected.class)
@Tag("service")
class ImpactSharesTest {
  private static final String RUNS = "/v1/rulesets/active/impact";
  private static final int KEPT = 100;
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @Inject Protected.Keys keys;
  @Inject Database database;

  private record Auditor(String name, String key) {
    RequestSpecification asks() {
      return given().header("Authorization", "Bearer " + key);
    }

    Response begin() {
      return asks().contentType("application/json").body("{}").post(RUNS);
    }

    void cancel(String run) {
      asks().delete(RUNS + "/" + run).then().statusCode(200);
    }

    List<String> audited(String what, String who) {
      return asks()
          .get("/v1/audit?size=200&what=" + what + "&who=" + who)
          .then()
          .statusCode(200)
          .extract()
          .jsonPath()
          .getList("subject");
    }
  }

  private Auditor auditor(String first) {
    String name = first + "-" + UUID.randomUUID();
    return new Auditor(name, keys.fresh(name, Set.of(Role.AUDIT)));
  }

  /** Adds a run at which another replica is at work, so that those behind it wait. */
  private void occupy(String version) {
    var specification =
        new ImpactSpecification(
            version,
            version,
            true,
            null,
            NOW,
            null,
            null,
            null,
            null,
            null,
            BigDecimal.ONE,
            List.of());
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        insert into impact_run (id, number, candidate, against, specification,
                          status, created_at, created_by, total, found, claimed_by, claimed_until)
                        select :id, coalesce(max(number), 0) + 1, :version, :version,
                          :specification, 'RUNNING', :now, 'another', 0, 0, 'replica', :until
                        from impact_run
                        """)
                    .bind("id", UUID.randomUUID().toString())
                    .bind("version", version)
                    .bind("specification", DecisionJson.write(specification))
                    .bind("now", NOW.atOffset(ZoneOffset.UTC))
                    .bind("until", Instant.parse("2999-01-01T00:00:00Z").atOffset(ZoneOffset.UTC))
                    .execute());
  }

  @AfterEach
  void endAll() {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "update impact_run set status = 'CANCELLED' where status in ('QUEUED',"
                        + " 'RUNNING')"));
  }

  private static String version(Auditor auditor) {
    return auditor.asks().get("/v1/rulesets/active").jsonPath().getString("version");
  }

  @Test
  void oneAuditorGetsHalfOfThePlacesAndWhatBothDoIsAudited() {
    Auditor greedy = auditor("greedy");
    Auditor other = auditor("other");
    occupy(version(greedy));
    List<String> begun = new ArrayList<>();
    Response answer = greedy.begin();
    while (answer.statusCode() == 202 && begun.size() < ImpactRuns.MAX_OPEN) {
      begun.add(answer.jsonPath().getString("id"));
      answer = greedy.begin();
    }
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.header("Retry-After")).isEqualTo("1");
    assertThat(answer.jsonPath().getString("detail")).contains("too many of yours");
    assertThat(begun).hasSize(ImpactRuns.MAX_OPEN / 2);

    Response ofOther = other.begin();
    assertThat(ofOther.statusCode()).isEqualTo(202);
    String run = ofOther.jsonPath().getString("id");
    greedy.cancel(run);
    greedy.cancel(run);
    greedy.cancel(begun.get(0));
    assertThat(greedy.begin().statusCode()).isEqualTo(202);

    assertThat(other.audited("IMPACT_RUN_CREATED", greedy.name())).containsAll(begun).hasSize(11);
    assertThat(other.audited("IMPACT_RUN_CREATED", other.name())).containsExactly(run);
    assertThat(other.audited("IMPACT_RUN_CANCELLED", greedy.name()))
        .containsExactlyInAnyOrder(run, begun.get(0));
    assertThat(other.audited("IMPACT_RUN_CANCELLED", other.name())).isEmpty();
  }

  @Test
  void manyRunsOfOneAuditorLeaveTheResultsOfOthers() {
    Auditor patient = auditor("patient");
    Auditor hasty = auditor("hasty");
    String kept = RUNS + "/" + patient.begin().jsonPath().getString("id");
    await().until(() -> patient.asks().get(kept).jsonPath().getString("status").equals("DONE"));
    occupy(version(hasty));
    String first = null;
    for (int i = 0; i <= KEPT; i++) {
      String run = hasty.begin().then().statusCode(202).extract().jsonPath().getString("id");
      hasty.cancel(run);
      first = first == null ? run : first;
    }
    String displaced = RUNS + "/" + first;
    await().until(() -> hasty.asks().get(displaced).statusCode() == 404);
    Response result = patient.asks().get(kept);
    assertThat(result.statusCode()).isEqualTo(200);
    assertThat(result.jsonPath().getString("status")).isEqualTo("DONE");
    assertThat(result.jsonPath().getMap("population")).containsKey("found");
  }
}
