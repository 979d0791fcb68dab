package io.redress.http.rulesets;

import static io.redress.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.redress.console.Visit;
import io.redress.console.rulesets.Candidates;
import io.redress.http.gate.Protected;
import io.redress.security.access.Role;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Activations under the gates of the active rule set, over HTTP and on pages. */
@QuarkusTest
@TestProfile(Protected.class)
@Tag("service")
class GatedActivationTest {
  private static final String GATES =
      """
      # %s
      impactRun: {days: 30, maxAgeDays: 7}
      gates:
      - id: any-change
        gate: An activation that changes any decision needs a second person.
        above: {changedPercent: 0}
        then: SECOND_ADMIN
      - id: any-cost
        gate: An activation that costs more than nothing needs a second person.
        above: {monthlyCost: {amount: 0, currency: USD}}
        then: SECOND_ADMIN
      """;

  /** Late in peak season: a discount of 5% under the shipped rules, of 7% under the candidate. */
  private static final String DRESS =
      """
      {"disputeId": "%s", "asOf": "2014-12-20", "disputeType": "NOT_RECEIVED",
       "reason": "IN_TRANSIT", "delayCause": "PEAK_SEASON",
       "order": {"currency": "USD", "unitPrice": "200.00", "quantity": 1, "buyerCountry": "DE"}}\
      """;

  @Inject Protected.Keys keys;

  private String editor;
  private String activator;
  private String author;
  private String admin;
  private String before;

  @BeforeEach
  void noGates() {
    editor = keys.fresh("gates-editor", Set.of(Role.EDIT));
    activator = keys.fresh("gates-activator", Set.of(Role.ACTIVATE));
    author = keys.fresh("gates-author", Set.of(Role.EDIT, Role.ACTIVATE, Role.ADMIN));
    admin = keys.fresh("gates-admin", Set.of(Role.ACTIVATE, Role.ADMIN));
    before = get("active").path("version");
  }

  /** Rolling back is always possible, and leaves the gates to a second admin. */
  @AfterEach
  void noGatesAgain() {
    rollBack();
    String candidate = withoutGates(UUID.randomUUID().toString());
    fresh(candidate);
    Response activated = activate(admin, candidate);
    assertThat(activated.statusCode()).as(activated.asString()).isEqualTo(200);
    rollBack();
  }

  private void rollBack() {
    Response back = by(activator).post("/v1/rulesets/" + before + "/rollback");
    assertThat(back.statusCode()).as(back.asString()).isEqualTo(200);
  }

  /** What was active before, with one more test case. */
  private String withoutGates(String id) {
    Response sent =
        by(editor)
            .multiPart("file", "test-cases/gone-" + id + ".yaml", oneCase(id))
            .multiPart("base", before)
            .post("/v1/rulesets");
    assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(201);
    return sent.path("version");
  }

  private static RequestSpecification by(String key) {
    return given().header("Authorization", "Bearer " + key);
  }

  private Response get(String version) {
    return by(activator).get("/v1/rulesets/" + version);
  }

  private Response activate(String key, String version) {
    return by(key).post("/v1/rulesets/" + version + "/activate");
  }

  /** Activates the rule set that is active, with gates; the first activation is free. */
  private String gated() {
    Response sent =
        by(editor)
            .multiPart(
                "file",
                "gates.yaml",
                GATES.formatted(UUID.randomUUID()).getBytes(StandardCharsets.UTF_8))
            .post("/v1/rulesets");
    assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(201);
    assertThat(sent.<List<String>>path("activationBlockers")).isEmpty();
    String version = sent.path("version");
    assertThat(activate(activator, version).statusCode()).isEqualTo(200);
    assertThat(event(version)).doesNotContain("impactRun");
    return version;
  }

  /** Details of the latest event about a rule set. */
  private String event(String version) {
    return by(keys.with(Role.AUDIT))
        .get("/v1/audit?what=RULE_SET_ACTIVATED&size=5")
        .jsonPath()
        .<Map<String, Object>>getList("$")
        .stream()
        .filter(event -> event.get("subject").equals(version))
        .findFirst()
        .orElseThrow()
        .get("details")
        .toString();
  }

  private static String days(int ago) {
    return LocalDate.now(ZoneOffset.UTC).minusDays(ago).toString();
  }

  /** Begins an impact run and waits for it; returns its id. */
  private String run(String version, String body) {
    Response begun =
        by(keys.with(Role.AUDIT))
            .contentType("application/json")
            .body(body)
            .post("/v1/rulesets/" + version + "/impact");
    assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(202);
    String id = begun.path("id");
    done(version, id);
    return id;
  }

  private void done(String version, String id) {
    await()
        .until(
            () ->
                by(keys.with(Role.AUDIT))
                    .get("/v1/rulesets/" + version + "/impact/" + id)
                    .path("status")
                    .equals("DONE"));
  }

  private String fresh(String version) {
    return run(version, "{\"from\": \"" + days(30) + "\", \"against\": \"active\"}");
  }

  private void isRefused(String key, String version, String... reasons) {
    Response refused = activate(key, version);
    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(409);
    assertThat(refused.<String>path("type")).isEqualTo("urn:redress:problem:gates-not-met");
    List<String> given = refused.path("reasons");
    assertThat(given).hasSize(reasons.length);
    for (int i = 0; i < reasons.length; i++) {
      assertThat(given.get(i)).contains(reasons[i]);
    }
    assertThat(by(key).get("/v1/rulesets/" + version).<List<String>>path("activationBlockers"))
        .isEqualTo(given);
  }

  @Test
  void activationNeedsAFreshRunAndNamesIt() throws IOException {
    String active = gated();
    String candidate = Candidates.same(by(editor), "gates need a run");

    isRefused(activator, candidate, "There is none yet.");
    isRefused(admin, candidate, "There is none yet.");
    run(candidate, "{\"from\": \"2019-01-01\", \"to\": \"2020-01-31\", \"against\": \"active\"}");
    isRefused(activator, candidate, "ends more than 7 days ago");
    run(candidate, "{\"from\": \"" + days(30) + "\"}");
    isRefused(activator, candidate, "compares with recorded answers");
    run(candidate, "{\"from\": \"" + days(30) + "\", \"against\": \"" + before + "\"}");
    isRefused(activator, candidate, "another rule set than the active one");

    String run = fresh(candidate);
    assertThat(get(candidate).<List<String>>path("activationBlockers")).isEmpty();
    assertThat(activate(activator, candidate).statusCode()).isEqualTo(200);
    assertThat(event(candidate)).contains(run).doesNotContain("gatesExceeded");
    assertThat(activate(activator, active).statusCode()).as("rolled back").isEqualTo(200);
  }

  /** A dispute that the candidate with seven percent decides otherwise. */
  private void decideDress() {
    by(keys.with(Role.DECIDE))
        .contentType("application/json")
        .body(DRESS.formatted("gates-" + UUID.randomUUID()))
        .post("/v1/decide")
        .then()
        .statusCode(200);
  }

  @Test
  void activationAboveALimitNeedsASecondAdmin() throws IOException {
    decideDress();
    gated();
    String candidate = Candidates.sevenPercent(by(author), "gates above a limit");
    String run = fresh(candidate);
    String above = "Impact run " + run + " is above its limit.";

    isRefused(activator, candidate, "any-change", above);
    Response own = activate(author, candidate);
    assertThat(own.<String>path("type")).isEqualTo("urn:redress:problem:not-activated");
    assertThat(own.<List<String>>path("reasons"))
        .hasSize(3)
        .anyMatch(reason -> reason.startsWith("You sent it yourself."))
        .anyMatch(reason -> reason.startsWith("Gate any-cost: An activation that costs"))
        .allMatch(reason -> !reason.contains("4.00"));
    assertThat(get(candidate).<String>path("status")).isEqualTo("CANDIDATE");

    Response activated = activate(admin, candidate);
    assertThat(activated.statusCode()).as(activated.asString()).isEqualTo(200);
    assertThat(event(candidate)).contains(run, "gatesExceeded", "any-change", "any-cost");
  }

  @Test
  void candidateCannotSwitchOffItsGates() {
    String active = gated();
    String candidate = withoutGates("off");
    assertThat(get(candidate + "/files").asString()).doesNotContain("gates.yaml");

    isRefused(activator, candidate, "There is none yet.", "It changes gates.yaml.");
    String run = fresh(candidate);
    isRefused(activator, candidate, "It changes gates.yaml.");
    assertThat(get("active").<String>path("version")).isEqualTo(active);
    assertThat(activate(admin, candidate).statusCode()).isEqualTo(200);
    assertThat(event(candidate)).contains(run, "gatesChanged");
  }

  /** Otherwise a way back to a time without gates, and the costly change after it, would pass. */
  @Test
  void rollbackOpensNoGate() throws IOException {
    gated();
    rollBack();
    String candidate = Candidates.sevenPercent(by(editor), "gates after a rollback");

    isRefused(activator, candidate, "There is none yet.", "It changes gates.yaml.");
  }

  private static byte[] oneCase(String id) {
    return """
        - id: gates-gone-%s
          title: A lost parcel is refunded
          facts: {disputeType: NOT_RECEIVED, reason: LOST, shipment: {carrierInvestigation: LOST}}
          expect: {resolution: FULL_REFUND}
        """
        .formatted(id)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void unreadableGatesAreRefusedByLine() {
    Response refused =
        by(editor)
            .multiPart(
                "file", "gates.yaml", "impactRun: {day: 30}\n".getBytes(StandardCharsets.UTF_8))
            .post("/v1/rulesets");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.asString()).contains("gates.yaml", "Did you mean days?", "no maxAgeDays");
  }

  @Test
  void pagesShowGatesAndBeginTheRun() throws IOException {
    decideDress();
    gated();
    String candidate = Candidates.sevenPercent(by(editor), "gates on pages");
    String page = "/rulesets/" + candidate;
    Visit one =
        Visit.with(keys.fresh("gates-auditor", Set.of(Role.EDIT, Role.ACTIVATE, Role.AUDIT)));
    Visit blind = Visit.with(activator);

    for (String path : List.of(page, page + "/activation")) {
      assertThat(one.get(path).asString())
          .contains(
              "Gates of the active rule set are not met.",
              "Not known yet",
              "An activation that costs more than nothing needs a second person.",
              "Begin this impact run",
              "name=\"from\" value=\"" + days(30) + "\"")
          .doesNotContain("class=\"primary\">Activate", "Ready: all test cases pass");
      assertThat(blind.get(path).asString())
          .contains("Ask a person with the role audit to begin it.")
          .doesNotContain("Begin this impact run");
    }
    assertThat(blind.get("/rulesets").asString()).contains("Gates not met", "There is none yet.");
    assertThat(Visit.with(editor).get("/").asString()).contains(page + "\"", "Gates not met");
    assertThat(blind.get("/").asString()).doesNotContain(page + "\"");
    assertThat(
            by(activator)
                .accept("text/html")
                .header("Accept-Language", "zh-CN")
                .get(page)
                .asString())
        .contains("当前规则集的关卡尚未满足。", "尚不清楚", "请由具有 audit 角色的人开始对比。");

    Response begun =
        one.post(
            page + "/impact",
            Map.of(
                "from", days(30), "against", get("active").path("version"), "redemption", "100"));
    String run = begun.header("HX-Redirect");
    assertThat(run).as(begun.asString()).startsWith(page + "/impact/");
    done(candidate, run.substring(run.lastIndexOf('/') + 1));

    Map<String, String> expected = Map.of("expected", get("active").path("version"));
    assertThat(one.get(page + "/activation").asString())
        .contains("href=\"" + run + "\"", "Above the limit", "the limit is 0%", "US$0.00.")
        .doesNotContain("Begin this impact run", "name=\"expected\"");
    assertThat(blind.get(page + "/activation").asString())
        .contains("Above the limit", "Ask a person who is not one of the authors")
        .doesNotContain("US$0.00.", "href=\"" + run);
    Response refused = one.post(page + "/activation", expected);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.asString()).contains("Gate any-change:", "Gate any-cost:");

    Visit second = Visit.with(admin);
    assertThat(second.get("/").asString()).contains(page + "\"");
    assertThat(second.get(page + "/activation").asString())
        .contains(
            "No gate blocks this activation.",
            "You may activate it as a second admin.",
            "name=\"expected\"");
    assertThat(second.post(page + "/activation", expected).statusCode()).isEqualTo(200);
    assertThat(get("active").<String>path("version")).isEqualTo(candidate);
  }
}
