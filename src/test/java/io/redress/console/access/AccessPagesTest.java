package io.redress.console.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.redress.console.Visit;
import io.redress.http.gate.Protected;
import io.redress.security.access.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Keys, the audit log, and what else depends on who looks: the home page and pages of problems. */
@QuarkusTest
@TestProfile(Protected.class)
@Tag("service")
class AccessPagesTest {
  private static final Pattern TOKEN = Pattern.compile("redress_([0-9a-f]{12})_[\\w-]{43}");

  @Inject Protected.Keys keys;

  @Test
  void keyIsShownOnceWorksAndIsRevoked() {
    Visit admin = Visit.with(keys.with(Role.ADMIN));

    Response created =
        admin.post("/keys", Map.of("name", "Web shop 7", "roles", List.of(Role.AUDIT)));

    assertThat(created.statusCode()).isEqualTo(200);
    assertThat(created.header("Cache-Control")).isEqualTo("no-store");
    Matcher token = TOKEN.matcher(created.asString());
    assertThat(token.find()).isTrue();
    assertThat(decisions(token.group())).isEqualTo(200);
    String list = admin.get("/keys").asString();
    assertThat(list).contains("Web shop 7", token.group(1)).doesNotContain(token.group());

    Response revoked = admin.post("/keys/" + token.group(1) + "/revoke", Map.of());

    assertThat(revoked.header("HX-Redirect")).isEqualTo("/keys");
    assertThat(decisions(token.group())).isEqualTo(401);
    assertThat(admin.get("/keys").asString())
        .contains(">Revoked<")
        .doesNotContain("/keys/" + token.group(1) + "/revoke");
    assertThat(admin.post("/keys/000000000000/revoke", Map.of()).statusCode()).isEqualTo(404);
  }

  @Test
  void mistakesAreNamedAtTheirFields() {
    Visit admin = Visit.with(keys.with(Role.ADMIN));

    Response refused = admin.post("/keys", Map.of("name", "local", "expires", "2020-01-31"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.asString())
        .contains("#name", "built-in name", "#roles", "Choose at least one role.")
        .contains("#expires", "The last day is in the past.");
    assertThat(
            admin
                .post("/keys", Map.of("name", "Ben", "roles", List.of("edit"), "expires", "soon"))
                .asString())
        .contains("The last day is not a date.");
  }

  @Test
  void eventsAreFilteredSortedPagedAndExported() {
    keys.fresh("Filtered one", Set.of(Role.EDIT));
    keys.fresh("Filtered two", Set.of(Role.EDIT));
    Visit auditor = Visit.with(keys.with(Role.AUDIT));
    String added = "/audit?who=test&what=KEY_ADDED";

    String newest = auditor.get(added).asString();
    assertThat(newest)
        .contains("Key created", "Filtered two")
        .doesNotContain("<td>Service started");
    assertThat(newest.indexOf("Filtered two")).isLessThan(newest.indexOf("Filtered one"));
    String oldest = auditor.get(added + "&sort=at").asString();
    assertThat(oldest.indexOf("Filtered two")).isGreaterThan(oldest.indexOf("Filtered one"));
    assertThat(oldest).contains("aria-sort=\"ascending\"");
    assertThat(auditor.get(added + "&to=2020-01-01").asString()).contains("No event matches.");
    assertThat(auditor.get("/audit?what=NO").statusCode()).isEqualTo(400);
    assertThat(auditor.get("/audit?from=never").statusCode()).isEqualTo(400);

    String csv = auditor.get("/audit/export.csv?who=test&what=KEY_ADDED").asString();
    assertThat(csv).startsWith("\uFEFFnumber,at,who,what,").contains("Filtered one");
    assertThat(csv.lines().skip(1)).isNotEmpty().allMatch(line -> line.contains(",KEY_ADDED,"));
  }

  @Test
  void dayLeadsToItsPage() {
    for (int i = 0; i < 3; i++) {
      keys.fresh("Day " + i, Set.of(Role.EDIT));
    }
    Visit auditor = Visit.with(keys.with(Role.AUDIT));
    String list = "/audit?who=test&size=1";

    assertThat(auditor.get(list).asString()).contains("Page 1 of ", "type=\"date\" required");
    assertThat(auditor.get(list + "&day=2999-01-01").asString()).contains("Page 1 of ");
    String last = auditor.get(list + "&day=2001-01-01").asString();
    Matcher page = Pattern.compile("Page (\\d+) of (\\d+)").matcher(last);
    assertThat(page.find()).isTrue();
    assertThat(page.group(1)).isEqualTo(page.group(2)).isNotEqualTo("1");
    assertThat(auditor.get(list + "&sort=at&day=2001-01-01").asString()).contains("Page 1 of ");
    assertThat(auditor.get(list + "&sort=who").asString()).doesNotContain("type=\"date\" required");
  }

  @Test
  void homeHasSomethingForEachRole() {
    assertThat(home(Role.DECIDE)).contains("Decide disputes").doesNotContain("Latest changes");
    assertThat(home(Role.ADMIN))
        .contains("valid key", "href=\"/keys\"", "Latest changes")
        .doesNotContain("/home/figures");
    assertThat(home(Role.AUDIT))
        .contains("/home/figures", "Latest changes")
        .doesNotContain("href=\"/keys\"");
    assertThat(home(Role.EDIT)).contains("Needs attention").doesNotContain("href=\"/audit\"");
    assertThat(Visit.with(keys.with(Role.AUDIT)).get("/home/figures?zone=Asia%2FTokyo").asString())
        .contains("midnight in Asia/Tokyo", "As of ", "No decisions in this period.");
  }

  @Test
  void pagesOfProblemsHaveTheMenu() {
    Visit auditor = Visit.with(keys.with(Role.AUDIT));
    for (String address : List.of("/nowhere", "/rulesets/", "/rulesets/000000000000", "/keys")) {
      Response answer = auditor.get(address);
      assertThat(answer.statusCode()).as(address).isIn(403, 404);
      assertThat(answer.asString()).contains("hx-get=\"/home/menu\"", "lang=\"en-GB\"");
    }
    assertThat(auditor.get("/nowhere").asString()).contains("go on from the menu");
    assertThat(auditor.get("/rulesets/000000000000").asString())
        .contains("There is no such rule set.")
        .doesNotContain("/v1/");
    Response notAPage = auditor.get("/keys/000000000000/revoke");
    assertThat(notAPage.statusCode()).isEqualTo(405);
    assertThat(notAPage.asString()).contains("This address is not a page");
    assertThat(auditor.get("/home/menu").asString())
        .contains("Sign out", "test-audit", "href=\"/audit\"")
        .doesNotContain("href=\"/keys\"");
    assertThat(
            given().accept("text/html").header("Accept-Language", "zh").get("/nowhere").asString())
        .contains("lang=\"zh-CN\"", "请核对地址");
  }

  private String home(String role) {
    return Visit.with(keys.with(role)).get("/").asString();
  }

  private static int decisions(String token) {
    return given().header("Authorization", "Bearer " + token).get("/v1/decisions").statusCode();
  }
}
