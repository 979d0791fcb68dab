package io.redress.http.gate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.redress.security.access.TemporaryKey;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A trusted proxy terminates TLS. */
@QuarkusTest
@TestProfile(BehindProxyTest.Believed.class)
@Tag("service")
class BehindProxyTest {

  public static class Believed implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.http.proxy.proxy-address-forwarding", "true");
    }
  }

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
