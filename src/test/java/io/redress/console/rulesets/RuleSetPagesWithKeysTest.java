package io.redress.console.rulesets;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.redress.console.Visit;
import io.redress.http.gate.Protected;
import io.redress.security.access.Role;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What each role sees and may do, with four eyes on activation. */
@QuarkusTest
@TestProfile(Protected.class)
@Tag("service")
class RuleSetPagesWithKeysTest {
  private static final String OFFER = "data-opens=\"#activation\">Activate";

  @Inject Protected.Keys keys;

  @Test
  void activationNeedsTheRole() throws Exception {
    String candidate = Candidates.same(by(keys.with(Role.EDIT)), "Looked at");
    Visit editor = Visit.with(keys.fresh("another-editor", Set.of(Role.EDIT)));

    assertThat(editor.get("/rulesets/" + candidate).asString())
        .doesNotContain(OFFER)
        .contains("Activating it requires the role activate.");
    assertThat(editor.get("/rulesets/" + candidate + "/activation").statusCode()).isEqualTo(403);
    assertThat(activate(editor, candidate).statusCode()).isEqualTo(403);
  }

  @Test
  void anotherUserMustActivate() throws Exception {
    String both = keys.fresh("both-" + UUID.randomUUID(), Set.of(Role.EDIT, Role.ACTIVATE));
    String candidate = Candidates.same(by(both), "My own");
    Visit own = Visit.with(both);
    Visit other = Visit.with(keys.with(Role.ACTIVATE));

    assertThat(own.get("/rulesets/" + candidate).asString())
        .doesNotContain(OFFER)
        .contains("You created this candidate");
    Response refused = activate(own, candidate);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.asString()).contains("You sent it yourself.");
    assertThat(other.get("/rulesets/" + candidate).asString()).contains(OFFER);
    assertThat(activate(other, candidate).statusCode()).isEqualTo(200);
  }

  @Test
  void deciderSeesNoRules() {
    Visit decider = Visit.with(keys.with(Role.DECIDE));

    assertThat(decider.get("/rulesets").statusCode()).isEqualTo(403);
    assertThat(decider.get("/rulesets/active").statusCode()).isEqualTo(403);
    assertThat(decider.get("/rulesets/active/files/flow.drl").statusCode()).isEqualTo(403);
    assertThat(decider.get("/cases").statusCode()).isEqualTo(403);
    assertThat(decider.post("/cases/runs", Map.of()).statusCode()).isEqualTo(403);
  }

  @Test
  void auditorsSeeAllAndAnonymousUsersNothing() {
    Visit auditor = Visit.with(keys.with(Role.AUDIT));

    assertThat(auditor.get("/rulesets").statusCode()).isEqualTo(200);
    assertThat(auditor.get("/cases").asString()).doesNotContain("href=\"/cases/new\"");
    assertThat(Visit.open().get("/rulesets").statusCode()).isEqualTo(303);
  }

  @Test
  void newCaseNeedsTheAuditRole() {
    Visit editor = Visit.with(keys.with(Role.EDIT));

    assertThat(editor.get("/cases/new?decision=" + UUID.randomUUID()).statusCode()).isEqualTo(403);
    assertThat(Visit.with(keys.with(Role.AUDIT)).get("/cases/new").statusCode()).isEqualTo(403);
  }

  private static RequestSpecification by(String key) {
    return given().header("Authorization", "Bearer " + key);
  }

  private Response activate(Visit visit, String version) {
    String active =
        by(keys.with(Role.ACTIVATE)).get("/v1/rulesets/active").jsonPath().getString("version");
    return visit.post("/rulesets/" + version + "/activation", Map.of("expected", active));
  }
}
