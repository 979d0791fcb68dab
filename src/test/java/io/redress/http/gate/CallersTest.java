package io.redress.http.gate;

import static io.redress.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.redress.EditedRules;
import io.redress.console.rulesets.Candidates;
import io.redress.security.access.KeyCache;
import io.redress.security.access.Role;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Valid and invalid keys, and what journal and audit log record of their callers. */
@QuarkusTest
@TestProfile(Protected.class)
@Tag("service")
class CallersTest {
  private static final String LOST = "{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\"}";
  private static final Set<String> EDITOR = Set.of(Role.EDIT, Role.ACTIVATE);

  @Inject Protected.Keys keys;
  @Inject KeyCache ring;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer ",
        "Bearer redress_",
        "Bearer redress_0123456789ab_",
        "Bearer redress_0123456789ab_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "Bearer redress_' or ''=' _AAAA",
        "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiIsImdyb3VwcyI6WyJhZG1pbiJdfQ.",
        "Basic YWRtaW46YWRtaW4=",
        "redress_0123456789ab_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "Bearer ${jndi:ldap://localhost/a}"
      })
  void malformedKeysAreRejected(String authorization) {
    keys.with(Role.ADMIN);
    Response answer = decide(given().header("Authorization", authorization));
    assertRefused(answer);
  }

  @Test
  void changedKeyIsRejected() {
    String token = keys.with(Role.DECIDE);
    char last = token.charAt(token.length() - 1);
    String other = token.substring(0, token.length() - 1) + (last == 'A' ? 'B' : 'A');
    assertThat(decide(with(token)).statusCode()).isEqualTo(200);
    assertRefused(decide(with(other)));
    assertRefused(decide(with(token + "A")));
  }

  @Test
  void expiredAndRevokedKeysAreRejected() {
    assertRefused(decide(with(keys.revoked())));
    String late = keys.expiring(Instant.now().plusSeconds(2));
    await().until(() -> decide(with(late)).statusCode() == 401);
  }

  @Test
  void revocationTakesEffectWithinSeconds() {
    Response made =
        with(keys.with(Role.ADMIN))
            .contentType("application/json")
            .body("{\"name\": \"shop\", \"roles\": [\"decide\"]}")
            .post("/v1/keys");
    assertThat(made.statusCode()).isEqualTo(201);
    String token = made.path("token");
    assertThat(decide(with(token)).statusCode()).isEqualTo(200);
    with(keys.with(Role.ADMIN)).delete("/v1/keys/" + made.path("id"));
    assertRefused(decide(with(token)));
    assertThat(audited("KEY_ADDED", "test-admin")).contains(made.<String>path("id"));
    assertThat(audited("KEY_REVOKED", "test-admin")).contains(made.<String>path("id"));
  }

  @Test
  void journalNamesTheCaller() {
    String id = decide(with(keys.fresh("Web shop", Set.of(Role.DECIDE)))).path("decisionId");
    Response kept = with(keys.with(Role.AUDIT)).get("/v1/decisions/" + id);
    assertThat(kept.<String>path("journal.caller")).isEqualTo("Web shop");
  }

  @Test
  void twoCallersMayUseTheSameIdempotencyKey() {
    String key = UUID.randomUUID().toString();
    String one =
        decide(with(keys.fresh("one", Set.of(Role.DECIDE))).header("Idempotency-Key", key))
            .path("decisionId");
    String other =
        decide(with(keys.fresh("other", Set.of(Role.DECIDE))).header("Idempotency-Key", key))
            .path("decisionId");
    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void authorWhoCreatesAKeyIsNoSecondPerson() throws Exception {
    String author = keys.fresh("Ada", Set.of(Role.EDIT, Role.ACTIVATE, Role.ADMIN));
    String version = send(author, EditedRules.remarked("key for a second person"));
    String created =
        with(author)
            .contentType("application/json")
            .body("{\"name\": \"Bea\", \"roles\": [\"activate\"]}")
            .post("/v1/keys")
            .path("token");

    Response refused = with(created).post("/v1/rulesets/" + version + "/activate");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.<List<String>>path("reasons"))
        .containsExactly(
            "A key of yours was created after it by Ada, who is its author. Ask another person to"
                + " review and activate it.");
    assertThat(with(keys.fresh("Cleo", EDITOR)).post("/v1/rulesets/" + version + "/activate"))
        .extracting(Response::statusCode)
        .isEqualTo(200);
  }

  @Test
  void authorMayNotActivateButAnotherUserMay() throws Exception {
    byte[] workbook = EditedRules.remarked("four eyes");
    String author = keys.fresh("Author", EDITOR);
    String before = with(author).get("/v1/rulesets/active").path("version");
    String version = send(author, workbook);

    Response refused = with(author).post("/v1/rulesets/" + version + "/activate");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.<List<String>>path("reasons"))
        .containsExactly("You sent it yourself. Ask another person to review and activate it.");
    Response again =
        with(keys.fresh("Author", EDITOR)).post("/v1/rulesets/" + version + "/activate");
    assertThat(again.statusCode()).as("another key of the same name").isEqualTo(409);

    String second = keys.fresh("Second", EDITOR);
    assertThat(send(second, workbook)).as("sent again, it stays the author's").isEqualTo(version);
    assertThat(with(author).post("/v1/rulesets/" + version + "/activate").statusCode())
        .isEqualTo(409);
    assertThat(with(second).post("/v1/rulesets/" + version + "/activate").statusCode())
        .isEqualTo(200);
    assertThat(with(author).post("/v1/rulesets/" + before + "/rollback").statusCode())
        .isEqualTo(200);
    assertThat(with(author).post("/v1/rulesets/" + version + "/rollback").statusCode())
        .as("two have seen it once")
        .isEqualTo(200);

    assertThat(audited("RULE_SET_PROPOSED", "Author")).contains(version);
    assertThat(audited("RULE_SET_ACTIVATED", "Second")).containsExactly(version);
    assertThat(audited("RULE_SET_ACTIVATED", "Author")).containsExactly(version, before);
  }

  @Test
  void whoAcceptsAResultIsAnAuthorLikeWhoMadeTheStageBefore() {
    String author = keys.fresh("Author", EDITOR);
    String second = keys.fresh("Second", EDITOR);
    String before = with(author).get("/v1/rulesets/active").path("version");
    String version = Candidates.failing(with(author), "two-authors");
    String next =
        with(second)
            .contentType("application/json")
            .body("{}")
            .post("/v1/rulesets/" + version + "/cases/accept")
            .path("version");

    for (String one : List.of(author, second)) {
      Response refused = with(one).post("/v1/rulesets/" + next + "/activate");
      assertThat(refused.statusCode()).isEqualTo(409);
      assertThat(refused.<String>path("detail")).contains("Ask another person");
    }
    String third = keys.fresh("Third", EDITOR);
    assertThat(with(third).post("/v1/rulesets/" + next + "/activate").statusCode()).isEqualTo(200);
    assertThat(with(author).post("/v1/rulesets/" + before + "/rollback").statusCode())
        .isEqualTo(200);
  }

  @Test
  void destructionOfPersonalDataIsAudited() {
    decide(with(keys.with(Role.DECIDE)), LOST.replace("{", "{\"disputeId\": \"forget-me\","));
    Response answer = with(keys.with(Role.ADMIN)).delete("/v1/disputes/forget-me/personal-data");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(audited("PERSONAL_DATA_DESTROYED", "test-admin")).contains("forget-me");
  }

  @Test
  void startOfTheServiceIsAudited() {
    assertThat(audited("SERVICE_STARTED", "redress")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"who", "what", "from", "to", "page", "size"})
  void sqlCharactersAreHarmlessInTheAuditLog(String parameter) {
    for (String value : List.of("'", "' or ''='", "%", "_", "\\", ";--", "\u0000", "1e9", "-1")) {
      int status =
          with(keys.with(Role.AUDIT)).queryParam(parameter, value).get("/v1/audit").statusCode();
      assertThat(status).as(parameter + "=" + value).isIn(200, 400);
    }
  }

  private List<String> audited(String what, String who) {
    return with(keys.with(Role.AUDIT))
        .queryParam("what", what)
        .queryParam("who", who)
        .get("/v1/audit")
        .path("subject");
  }

  private static String send(String token, byte[] workbook) {
    return with(token)
        .multiPart("file", "promises.xlsx", workbook)
        .post("/v1/rulesets")
        .path("version");
  }

  private static void assertRefused(Response answer) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.<String>path("type")).isEqualTo("urn:redress:problem:unauthenticated");
  }

  private static RequestSpecification with(String token) {
    return given().header("Authorization", "Bearer " + token);
  }

  private static Response decide(RequestSpecification caller) {
    return decide(caller, LOST);
  }

  private static Response decide(RequestSpecification caller, String facts) {
    return caller.contentType("application/json").body(facts).post("/v1/decide");
  }
}
