package io.redress.http.gate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.redress.EditedRules;
import io.redress.security.access.KeyCache;
import io.redress.security.access.KeySpec;
import io.redress.security.access.KeyStore;
import io.redress.security.access.NewKey;
import io.redress.security.access.Role;
import io.redress.security.audit.Actor;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** OIDC tokens whose public key is configured. */
@QuarkusTest
@TestProfile(TokensTest.WithOidc.class)
@Tag("service")
class TokensTest {
  private static final String ISSUER = "https://login.example";
  private static final String RS256 = "{\"alg\":\"RS256\",\"typ\":\"JWT\"}";

  public static class WithOidc implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      String key = Base64.getEncoder().encodeToString(SignedTokens.KEYS.getPublic().getEncoded());
      return Map.of(
          "quarkus.oidc.public-key", key,
          "quarkus.oidc.token.issuer", ISSUER);
    }
  }

  @Inject KeyStore store;
  @Inject KeyCache ring;

  @Test
  void validTokenHasItsRoles() throws Exception {
    String token = SignedTokens.signed(RS256, claims("decide", ISSUER, "redress", 60));
    assertThat(decide(token)).isEqualTo(200);
    assertThat(given().header("Authorization", "Bearer " + token).get("/v1/rulesets").statusCode())
        .isEqualTo(403);
    assertThat(decide(SignedTokens.signed(RS256, claims("audit", ISSUER, "redress", 60))))
        .isEqualTo(403);
  }

  @Test
  void keysWorkBesideTokens() {
    Actor test = Actor.within("test");
    NewKey key = store.add(new KeySpec("Shop", Set.of(Role.DECIDE), null), test);
    ring.refresh();
    assertThat(decide(key.token())).isEqualTo(200);
    store.revoke(key.key().id(), test);
    ring.refresh();
    assertThat(decide(key.token())).isEqualTo(401);
    assertThat(given().get("/v1/rulesets").statusCode()).isEqualTo(401);
  }

  @Test
  void keyAndAccountThatAreLinkedAreOnePersonForFourEyes() throws Exception {
    Actor test = Actor.within("test");
    Set<String> edit = Set.of(Role.EDIT);
    String linked = store.add(new KeySpec("Anna", edit, null, "oidc:anna"), test).token();
    String other = store.add(new KeySpec("Ben", edit, null, "oidc:ben"), test).token();
    ring.refresh();
    String account = SignedTokens.signed(RS256, claims("activate", ISSUER, "redress", 60));

    Response refused = activate(account, propose(linked));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.asString()).contains("You sent it yourself.");
    assertThat(activate(account, propose(other)).statusCode()).isEqualTo(200);
  }

  private static String propose(String token) throws IOException {
    return given()
        .header("Authorization", "Bearer " + token)
        .multiPart("file", "promises.xlsx", EditedRules.remarked("by " + token))
        .post("/v1/rulesets")
        .path("version");
  }

  private static Response activate(String token, String version) {
    return given()
        .header("Authorization", "Bearer " + token)
        .post("/v1/rulesets/" + version + "/activate");
  }

  @Test
  void expiredForeignAndMisdirectedTokensAreRejected() throws Exception {
    assertThat(decide(SignedTokens.signed(RS256, claims("decide", ISSUER, "redress", -3600))))
        .isEqualTo(401);
    assertThat(decide(SignedTokens.signed(RS256, claims("decide", ISSUER, "another", 60))))
        .isEqualTo(401);
    assertThat(
            decide(
                SignedTokens.signed(
                    RS256, claims("decide", "https://evil.example", "redress", 60))))
        .isEqualTo(401);
  }

  @Test
  void unsignedTokensAreRejected() throws Exception {
    String claims = claims("decide", ISSUER, "redress", 60);
    for (String none : new String[] {"none", "None", "NONE", ""}) {
      String header = "{\"alg\":\"" + none + "\"}";
      assertThat(decide(SignedTokens.base64(header) + "." + SignedTokens.base64(claims) + "."))
          .as(none)
          .isEqualTo(401);
    }
    String good = SignedTokens.signed(RS256, claims);
    assertThat(decide(good.substring(0, good.lastIndexOf('.') + 1))).isEqualTo(401);
    assertThat(
            decide(
                good.replaceFirst(
                    "\\.[^.]+\\.",
                    "." + SignedTokens.base64(claims("admin", ISSUER, "redress", 60)) + ".")))
        .isEqualTo(401);
  }

  @Test
  void publicKeyIsNotAcceptedAsSharedSecret() throws Exception {
    String header = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
    String content =
        SignedTokens.base64(header)
            + "."
            + SignedTokens.base64(claims("decide", ISSUER, "redress", 60));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SignedTokens.KEYS.getPublic().getEncoded(), "HmacSHA256"));
    byte[] code = mac.doFinal(content.getBytes(StandardCharsets.US_ASCII));
    assertThat(decide(content + "." + SignedTokens.base64(code))).isEqualTo(401);
  }

  @Test
  void unusableSubjectIsRejected() throws Exception {
    String claims = claims("decide", ISSUER, "redress", 60);
    assertThat(decide(SignedTokens.signed(RS256, claims.replace("anna", "a".repeat(300)))))
        .isEqualTo(401);
    assertThat(decide(SignedTokens.signed(RS256, claims.replace("anna", "")))).isEqualTo(401);
    assertThat(decide(SignedTokens.signed(RS256, claims.replace("\"sub\": \"anna\",", ""))))
        .isEqualTo(401);
  }

  @Test
  void tokenWithoutSubjectIsRejectedWhereNothingIsRecorded() throws Exception {
    for (String role : List.of("decide", "edit", "activate", "audit", "admin")) {
      String claims = claims(role, ISSUER, "redress", 60);
      assertThat(claims).contains("\"sub\": \"anna\",");
      for (String other :
          List.of("", "\"sub\": \" \",", "\"preferred_username\": \"anna\", \"upn\": \"anna\",")) {
        String token = SignedTokens.signed(RS256, claims.replace("\"sub\": \"anna\",", other));
        for (String path :
            List.of(
                "/v1/decisions",
                "/v1/rulesets",
                "/v1/audit",
                "/v1/keys",
                "/decide",
                "/q/metrics")) {
          assertThat(given().header("Authorization", "Bearer " + token).get(path).statusCode())
              .as("%s with role %s and %s", path, role, other)
              .isEqualTo(401);
        }
      }
    }
  }

  @Test
  void malformedTokensAreRejected() {
    for (String token : new String[] {"a", "a.b.c", "..", "eyJ.eyJ.x", "x".repeat(8_000)}) {
      assertThat(decide(token)).as(token).isEqualTo(401);
    }
  }

  private static String claims(String role, String issuer, String audience, int seconds) {
    long now = Instant.now().getEpochSecond();
    return """
        {"iss": "%s", "aud": "%s", "sub": "anna", "groups": ["%s"], "iat": %d, "exp": %d}
        """
        .formatted(issuer, audience, role, now - 7_200, now + seconds);
  }

  private static int decide(String token) {
    return given()
        .header("Authorization", "Bearer " + token)
        .contentType("application/json")
        .body("{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\"}")
        .post("/v1/decide")
        .statusCode();
  }
}
