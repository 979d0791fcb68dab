package io.redress.http.decisions;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.redress.Patience;
import io.redress.http.gate.Protected;
import io.redress.platform.signature.InvalidSignatureException;
import io.redress.platform.signature.PublicKeySet;
import io.redress.platform.signature.SignedJson;
import io.redress.security.access.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Protected.class)
@Tag("service")
class CertificateResourceTest {
  private static final String LOST =
      "{\"disputeId\":\"certified\",\"disputeType\":\"NOT_RECEIVED\",\"reason\":\"LOST\"}";

  @Inject Protected.Keys keys;

  private Response send(String role, String method, String path) {
    return given().auth().oauth2(keys.with(role)).request(method, path);
  }

  private String decided() {
    return given()
        .auth()
        .oauth2(keys.with(Role.DECIDE))
        .contentType("application/json")
        .body(LOST)
        .post("/v1/decide")
        .then()
        .statusCode(200)
        .extract()
        .path("decisionId");
  }

  private byte[] certificate(String decision) {
    Response answer = send(Role.AUDIT, "GET", "/v1/decisions/" + decision + "/certificate");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualTo("application/json");
    return answer.asByteArray();
  }

  /** Without a key. */
  private static PublicKeySet published() {
    Response answer = given().get("/.well-known/redress-keys");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.contentType()).startsWith("application/jwk-set+json");
    assertThat(answer.header("Cache-Control")).isEqualTo("max-age=300");
    return PublicKeySet.read(answer.asString());
  }

  /** The public keys are read once a second. */
  private static SignedJson.Verified verified(byte[] certificate) {
    return Patience.await()
        .ignoreException(InvalidSignatureException.class)
        .until(() -> SignedJson.verify(certificate, published()), Objects::nonNull);
  }

  @Test
  void certificatesStayValidWhenTheKeyIsRotatedUntilItIsRevoked() throws Exception {
    String decision = decided();
    byte[] certificate = certificate(decision);
    SignedJson.Verified verified = verified(certificate);
    assertThat(verified.content().path("decisionId").asText()).isEqualTo(decision);
    assertThat(verified.content().path("redecision").asText()).isEqualTo("SAME");
    assertThat(verified.content().path("resolution").asText()).isEqualTo("FULL_REFUND");
    String rotated = send(Role.ADMIN, "POST", "/v1/signing-keys").path("keyId");
    assertThat(rotated).isNotEqualTo(verified.keyId());
    byte[] again = certificate(decision);
    assertThat(verified(again).keyId()).isEqualTo(rotated);
    assertThat(verified(certificate)).isEqualTo(verified);

    Response revoked = send(Role.ADMIN, "DELETE", "/v1/signing-keys/" + verified.keyId());
    assertThat(revoked.<String>path("revokedAt")).isNotNull();
    Patience.await()
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> SignedJson.verify(certificate, published()))
                    .isInstanceOf(InvalidSignatureException.class));
    assertThat(verified(again).keyId()).isEqualTo(rotated);
    assertThat(send(Role.ADMIN, "GET", "/v1/signing-keys").<String>path("[0].keyId"))
        .isEqualTo(rotated);
  }

  @Test
  void unknownDecisionsAndKeysAreNotFound() {
    String unknown = "/v1/decisions/" + UUID.randomUUID() + "/certificate";
    assertThat(send(Role.AUDIT, "GET", unknown).statusCode()).isEqualTo(404);
    assertThat(send(Role.AUDIT, "GET", "/v1/decisions/1/certificate").statusCode()).isEqualTo(400);
    assertThat(send(Role.ADMIN, "DELETE", "/v1/signing-keys/none").statusCode()).isEqualTo(404);
    assertThat(given().post("/.well-known/redress-keys").statusCode()).isEqualTo(405);
  }
}
