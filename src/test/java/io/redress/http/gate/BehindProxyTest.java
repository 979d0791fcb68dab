package io.redress.http.gate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.redress.http.OtherSettings;
import io.redress.security.access.TemporaryKey;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A trusted proxy terminates TLS. */
@QuarkusTest
@TestProfile(OtherSettings.class)
@Tag("service")
class BehindProxyTest {
  @Inject TemporaryKey temporary;

  @ParameterizedTest
  @CsvSource({"https, true", "http, false"})
  void cookiesAreSecureBehindATlsProxy(String protocol, boolean safe) {
    var cookies =
        given()
            .header("X-Forwarded-Proto", protocol)
            .header("Authorization", "Bearer " + temporary.secret())
            .get("/sign-in")
            .getDetailedCookies();
    assertThat(cookies.asList()).isNotEmpty().allMatch(cookie -> cookie.isSecured() == safe);
  }
}
