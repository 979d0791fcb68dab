package io.redress.http.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.redress.security.access.Role;
import io.redress.security.audit.AuditAction;
import io.redress.security.audit.AuditLog;
import io.redress.security.audit.AuditQuery;
import jakarta.inject.Inject;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Console sign-in through OIDC. */
@QuarkusTest
@TestProfile(AccountsTest.WithAccounts.class)
@Tag("service")
class AccountsTest {
  private static final LoginServer LOGIN = new LoginServer();

  public static class WithAccounts implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.oidc.auth-server-url",
          LOGIN.url(),
          "quarkus.oidc.console.client-id",
          LoginServer.CLIENT,
          "quarkus.oidc.console.credentials.secret",
          "0123456789abcdef0123456789abcdef");
    }
  }

  @TestHTTPResource("/")
  URI root;

  @Inject AuditLog log;

  @Test
  void oidcUserIsSignedInAndReturned() throws Exception {
    LOGIN.give(List.of(Role.AUDIT, "a role of another service"));
    HttpClient browser = browser();
    assertThat(get(browser, "/").body()).contains("/sign-in/oidc?to=%2F");

    HttpResponse<String> back = get(browser, "/sign-in/oidc?to=%2F%3Fx%3D1");

    assertThat(back.uri()).hasPath("/").hasQuery("x=1");
    assertThat(back.statusCode()).isEqualTo(200);
    assertThat(back.body()).contains("oidc:anna").contains("/decisions").doesNotContain("/sign-in");
    assertThat(log.page(new AuditQuery("oidc:anna", AuditAction.SIGNED_IN, null, null), 0, 1))
        .singleElement()
        .satisfies(
            entry -> assertThat(entry.details()).contains("audit").doesNotContain("another"));
  }

  @Test
  void openApiDocumentNamesTheServerOfTheAccounts() throws Exception {
    assertThat(get(browser(), "/q/openapi.json").body())
        .contains('"' + LOGIN.url() + "/.well-known/openid-configuration\"");
  }

  @Test
  void accountWithoutARoleIsForbidden() throws Exception {
    LOGIN.give(List.of("a role of another service"));
    HttpResponse<String> refused = get(browser(), "/sign-in/oidc?to=%2F");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("has none of the roles");
  }

  @Test
  void accountWithoutASubjectIsNotSignedIn() throws Exception {
    LOGIN.give(List.of(Role.AUDIT));
    LOGIN.name(false);
    try {
      HttpClient browser = browser();
      assertThat(get(browser, "/sign-in/oidc?to=%2F").uri()).hasPath("/sign-in");
      assertThat(get(browser, "/decisions").body()).contains("/sign-in/oidc?to=%2Fdecisions");
    } finally {
      LOGIN.name(true);
    }
  }

  @Test
  void redirectsStayOnThisSite() throws Exception {
    LOGIN.give(List.of(Role.AUDIT));
    HttpResponse<String> back = get(browser(), "/sign-in/oidc?to=%2F%2Fevil.example%2F");
    assertThat(back.uri().getHost()).isEqualTo(root.getHost());
    assertThat(back.statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> get(HttpClient browser, String address) throws Exception {
    return browser.send(
        HttpRequest.newBuilder(root.resolve(address)).header("Accept", "text/html").build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static HttpClient browser() {
    return HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NORMAL)
        .cookieHandler(new CookieManager())
        .build();
  }
}
