package io.redress.http.gate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.redress.platform.database.Database;
import io.redress.security.access.KeyCache;
import io.redress.security.access.KeyStore;
import io.redress.security.access.Role;
import io.redress.security.audit.Actor;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Console sessions and their protection against other sites. */
@QuarkusTest
@TestProfile(Protected.class)
@Tag("service")
class SessionsTest {
  @Inject Protected.Keys keys;
  @Inject KeyStore store;
  @Inject KeyCache ring;
  @Inject Database database;

  @Test
  void anonymousUserSignsInAndReturns() {
    keys.with(Role.ADMIN);
    Response page = given().redirects().follow(false).accept("text/html").get("/?x=1&y=2");
    assertThat(page.statusCode()).isEqualTo(303);
    assertThat(page.header("Location")).endsWith("/sign-in?to=%2F%3Fx%3D1%26y%3D2");
    assertThat(page.header("WWW-Authenticate")).isNull();
    assertThat(given().header("HX-Request", true).accept("text/html").get("/").statusCode())
        .isEqualTo(401);
  }

  @Test
  void withoutOidcThereIsNoOidcSignIn() {
    keys.with(Role.ADMIN);
    Response answer = Visitor.fresh().plain().accept("text/html").get("/sign-in/oidc");
    assertThat(answer.statusCode()).isIn(303, 401);
    assertThat(Visitor.fresh().plain().get("/sign-in").asString()).doesNotContain("/sign-in/oidc");
  }

  @Test
  void sessionIsValidForPagesOnly() {
    Visitor auditor = Visitor.with(keys.with(Role.AUDIT));
    assertThat(auditor.plain().get("/").statusCode()).isEqualTo(200);
    assertThat(auditor.page().get("/v1/decisions").statusCode()).isEqualTo(401);
    assertThat(auditor.page().get("/q/metrics").statusCode()).isEqualTo(401);
  }

  @Test
  void signInReplacesTheSessionToken() {
    Visitor before = Visitor.fresh();
    Response answer = before.page().formParam("key", keys.with(Role.AUDIT)).post("/sign-in");
    assertThat(answer.cookie("redress-session"))
        .isNotEqualTo(before.cookies().get("redress-session"));
    assertThat(before.plain().accept("text/html").get("/").statusCode()).isEqualTo(303);
    assertThat(answer.headers().getValues("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("redress-session=")
                    .contains("HTTPOnly")
                    .contains("SameSite=Lax"))
        .anySatisfy(
            cookie -> assertThat(cookie).startsWith("redress-csrf=").contains("SameSite=Strict"));
  }

  @Test
  void signOutEndsTheSession() {
    Visitor auditor = Visitor.with(keys.with(Role.AUDIT));
    assertThat(auditor.page().post("/sign-out").header("HX-Redirect")).isEqualTo("/sign-in");
    assertThat(auditor.plain().accept("text/html").get("/").statusCode()).isEqualTo(303);
  }

  @Test
  void sessionEndsWithItsKey() {
    String key = keys.fresh("Short", Set.of(Role.AUDIT));
    Visitor visitor = Visitor.with(key);
    assertThat(visitor.plain().get("/").statusCode()).isEqualTo(200);
    store.revoke(key.split("_", 3)[1], Actor.within("test"));
    ring.refresh();
    assertThat(visitor.plain().accept("text/html").get("/").statusCode()).isEqualTo(303);

    String late = keys.fresh("Late", Set.of(Role.AUDIT));
    Visitor lateVisitor = Visitor.with(late);
    assertThat(lateVisitor.plain().get("/").statusCode()).isEqualTo(200);
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "update api_key set expires_at = created_at where id = ?",
                    late.split("_", 3)[1]));
    assertThat(lateVisitor.plain().accept("text/html").get("/").statusCode()).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "redress_",
        "' or ''='",
        "redress_0123456789ab_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void malformedKeyDoesNotSignIn(String key) {
    keys.with(Role.ADMIN);
    Response answer = Visitor.fresh().page().formParam("key", key).post("/sign-in");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.header("HX-Redirect")).isNull();
    assertThat(answer.asString()).contains("This key is invalid, expired or revoked");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "\\\\evil",
        "/\nx"
      })
  void signInDoesNotRedirectToOtherSites(String to) {
    Response answer =
        Visitor.fresh()
            .page()
            .formParam("key", keys.with(Role.AUDIT))
            .formParam("to", to)
            .post("/sign-in");
    assertThat(answer.header("HX-Redirect")).isEqualTo("/");
  }

  @Test
  void requestsWithoutCsrfTokenChangeNothing() {
    Visitor auditor = Visitor.with(keys.with(Role.AUDIT));
    assertRefused(auditor.plain().post("/sign-out"));
    assertRefused(auditor.plain().header("X-CSRF-Token", "").post("/sign-out"));
    assertRefused(
        auditor
            .plain()
            .header("X-CSRF-Token", auditor.cookies().get("redress-session"))
            .post("/sign-out"));
    assertRefused(
        auditor
            .plain()
            .header("X-CSRF-Token", Visitor.fresh().cookies().get("redress-csrf"))
            .post("/sign-out"));
    assertRefused(
        auditor
            .plain()
            .formParam("X-CSRF-Token", auditor.cookies().get("redress-csrf"))
            .post("/sign-out"));
    assertRefused(
        given().header("X-CSRF-Token", auditor.cookies().get("redress-csrf")).post("/sign-out"));
    assertThat(auditor.plain().get("/").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://evil.example",
    "Origin, null",
    "Origin, http://localhost",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site"
  })
  void otherSitesChangeNothingEvenWithCsrfToken(String header, String value) {
    Visitor auditor = Visitor.with(keys.with(Role.AUDIT));
    assertRefused(auditor.page().header(header, value).post("/sign-out"));
    assertThat(auditor.plain().get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void pagesHaveSecurityHeaders() {
    Map<String, String> expected =
        Map.of(
            "X-Frame-Options",
            "DENY",
            "X-Content-Type-Options",
            "nosniff",
            "Cache-Control",
            "no-store");
    Response page = given().get("/sign-in");
    for (String refused : List.of("/nothing", "/q/nothing", "/console/;", "/decide")) {
      Response any = given().accept("text/html").redirects().follow(false).get(refused);
      expected.forEach((name, value) -> assertThat(any.header(name)).as(name).isEqualTo(value));
      assertThat(any.header("Content-Security-Policy"))
          .isEqualTo(page.header("Content-Security-Policy"));
    }
    expected.forEach((name, value) -> assertThat(page.header(name)).isEqualTo(value));
    assertThat(page.header("Content-Security-Policy"))
        .contains(
            "default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.asString())
        .doesNotContainPattern("<script(?![^>]*(src=|application/json))")
        .doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=");
  }

  private static void assertRefused(Response answer) {
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.<String>path("type")).isEqualTo("urn:redress:problem:not-from-a-page");
  }
}
