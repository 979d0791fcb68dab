package io.redress.http.gate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.redress.console.ConsoleRoutes;
import io.redress.security.access.Role;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The roles that each console page and partial requires. */
@QuarkusTest
@TestProfile(Protected.class)
@Tag("service")
class PagesWalkTest {
  private static final Set<String> ALL = Set.copyOf(Role.ALL);
  private static final Set<String> LOOKING = Set.of(Role.EDIT, Role.ACTIVATE, Role.AUDIT);
  private static final Set<String> TRYING =
      Set.of(Role.DECIDE, Role.EDIT, Role.ACTIVATE, Role.AUDIT);
  private static final Set<String> AUDIT = Set.of(Role.AUDIT);
  private static final Set<String> EDIT = Set.of(Role.EDIT);
  private static final Set<String> ADMIN = Set.of(Role.ADMIN);

  /** Requires more than one role. */
  private static final Set<String> EDIT_AND_AUDIT = Set.of();

  private static final Set<String> ACTIVATE = Set.of(Role.ACTIVATE);

  /** The expected roles, repeated on purpose: new pages must be added here. */
  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("GET /", ALL),
          Map.entry("GET /home/figures", AUDIT),
          Map.entry("GET /home/menu", ALL),
          Map.entry("GET /decide", TRYING),
          Map.entry("POST /decide/example", LOOKING),
          Map.entry("POST /decide/facts", TRYING),
          Map.entry("POST /decide/try", TRYING),
          Map.entry("POST /decide/keep", Set.of(Role.DECIDE)),
          Map.entry("GET /decisions", AUDIT),
          Map.entry("GET /decisions/export.csv", AUDIT),
          Map.entry("GET /decisions/export.xlsx", AUDIT),
          Map.entry("GET /decisions/{decisionId}", AUDIT),
          Map.entry("GET /decisions/{decisionId}/again", AUDIT),
          Map.entry("GET /decisions/{decisionId}/certificate", AUDIT),
          Map.entry("GET /decisions/{decisionId}/why", AUDIT),
          Map.entry("GET /decisions/{decisionId}/help", AUDIT),
          Map.entry("GET /disputes/{disputeId}", AUDIT),
          Map.entry("GET /tables", LOOKING),
          Map.entry("POST /tables/workbooks", EDIT),
          Map.entry("GET /tables/{version}/{table}", LOOKING),
          Map.entry("POST /tables/{version}/{table}/check", LOOKING),
          Map.entry("POST /tables/{version}/{table}", EDIT),
          Map.entry("GET /rulesets", LOOKING),
          Map.entry("GET /rulesets/export.csv", LOOKING),
          Map.entry("GET /rulesets/{version}", LOOKING),
          Map.entry("GET /rulesets/{version}/difference", LOOKING),
          Map.entry("GET /rulesets/{version}/files/{name: .+}", LOOKING),
          Map.entry("GET /rulesets/{version}/impact", AUDIT),
          Map.entry("POST /rulesets/{version}/impact", AUDIT),
          Map.entry("GET /rulesets/{version}/impact/{id}", AUDIT),
          Map.entry("GET /rulesets/{version}/impact/{id}/progress", AUDIT),
          Map.entry("POST /rulesets/{version}/impact/{id}/cancel", AUDIT),
          Map.entry("GET /rulesets/{version}/impact/{id}/changes.csv", AUDIT),
          Map.entry("GET /rulesets/{version}/impact/{id}/changes.xlsx", AUDIT),
          Map.entry("GET /rulesets/{version}/impact/{id}/kpis.csv", AUDIT),
          Map.entry("GET /rulesets/{version}/impact/{id}/kpis.xlsx", AUDIT),
          Map.entry("GET /rulesets/{version}/shadow", LOOKING),
          Map.entry("GET /rulesets/{version}/shadow/figures", LOOKING),
          Map.entry("POST /rulesets/{version}/shadow", ACTIVATE),
          Map.entry("POST /rulesets/{version}/shadow/stop", ACTIVATE),
          Map.entry("GET /rulesets/{version}/usage", AUDIT),
          Map.entry("GET /rulesets/{version}/usage/tables/{table}", AUDIT),
          Map.entry("GET /rulesets/{version}/usage/files/{name: .+}", AUDIT),
          Map.entry("GET /rulesets/{version}/calendar", LOOKING),
          Map.entry("POST /rulesets/{version}/calendar", EDIT),
          Map.entry("GET /rulesets/{version}/cases/{id}", EDIT),
          Map.entry("POST /rulesets/{version}/cases/{id}/preview", EDIT),
          Map.entry("POST /rulesets/{version}/cases/{id}", EDIT),
          Map.entry("GET /rulesets/{version}/letters", LOOKING),
          Map.entry("GET /rulesets/{version}/letters/{name}", LOOKING),
          Map.entry("POST /rulesets/{version}/letters/{name}/preview", EDIT),
          Map.entry("POST /rulesets/{version}/letters/{name}", EDIT),
          Map.entry("GET /rulesets/{version}/laws", LOOKING),
          Map.entry("GET /rulesets/{version}/laws/{law}", LOOKING),
          Map.entry("POST /rulesets/{version}/laws/{law}/preview", EDIT),
          Map.entry("POST /rulesets/{version}/laws/{law}", EDIT),
          Map.entry("POST /rulesets/{version}/accept", EDIT),
          Map.entry("POST /rulesets/{version}/rebase", EDIT),
          Map.entry("POST /rulesets/{version}/archive", EDIT),
          Map.entry("POST /rulesets/{version}/reopen", EDIT),
          Map.entry("GET /rulesets/{version}/activation", ACTIVATE),
          Map.entry("POST /rulesets/{version}/activation", ACTIVATE),
          Map.entry("GET /keys", ADMIN),
          Map.entry("POST /keys", ADMIN),
          Map.entry("POST /keys/{id}/revoke", ADMIN),
          Map.entry("GET /audit", Set.of(Role.AUDIT, Role.ADMIN)),
          Map.entry("GET /audit/export.csv", Set.of(Role.AUDIT, Role.ADMIN)),
          Map.entry("GET /cases", LOOKING),
          Map.entry("GET /cases/results", LOOKING),
          Map.entry("POST /cases/runs", LOOKING),
          Map.entry("POST /cases/runs/one", LOOKING),
          Map.entry("GET /cases/new", EDIT),
          Map.entry("GET /cases/write", EDIT),
          Map.entry("POST /cases/write/preview", EDIT),
          Map.entry("POST /cases/write/facts", EDIT),
          Map.entry("POST /cases/write", EDIT),
          Map.entry("POST /cases/new/preview", EDIT_AND_AUDIT),
          Map.entry("POST /cases/new", EDIT_AND_AUDIT));

  /** Pages without authentication. */
  private static final Set<String> BEFORE_SIGN_IN =
      Set.of("GET /sign-in", "POST /sign-in", "GET /sign-in/oidc", "POST /sign-out");

  @Inject BeanManager beans;
  @Inject Protected.Keys keys;

  @Test
  void everyPageRequiresItsRoles() {
    Set<String> pages = pages();
    assertThat(pages)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(ALLOWED.keySet().stream(), BEFORE_SIGN_IN.stream())
                .collect(Collectors.toSet()));
    for (String role : Role.ALL) {
      Visitor visitor = Visitor.with(keys.with(role));
      ALLOWED.forEach(
          (page, roles) -> {
            int status = send(visitor.page(), page).statusCode();
            if (roles.contains(role)) {
              assertThat(status).as(role + " " + page).isNotIn(401, 403, 405).isLessThan(500);
            } else {
              assertThat(status).as(role + " " + page).isEqualTo(403);
            }
          });
    }
  }

  @Test
  void anonymousUsersGetNoPage() {
    keys.with(Role.ADMIN);
    Visitor unknown = Visitor.fresh();
    ALLOWED
        .keySet()
        .forEach(
            page -> {
              assertThat(send(unknown.page(), page).statusCode()).as(page).isEqualTo(401);
              if (page.startsWith("GET")) {
                assertThat(send(unknown.page().accept("text/html"), page).statusCode())
                    .as(page)
                    .isEqualTo(303);
              }
            });
  }

  @Test
  void keysGetTheSamePagesAsSessions() {
    String key = keys.with(Role.DECIDE);
    assertThat(given().header("Authorization", "Bearer " + key).get("/decisions").statusCode())
        .isEqualTo(403);
  }

  private static Response send(RequestSpecification request, String page) {
    String address =
        page.split(" ", 2)[1]
            .replace("{version}", "active")
            .replace("{table}", "goodwill")
            .replace("{name: .+}", "promises.xlsx")
            .replace("{name}", "greeting")
            .replace("{law}", "one-remedy")
            .replace("{id}", "dress-1")
            .replaceAll("\\{decisionId}", "01a20f36-41ea-736b-a7ff-4b5da449a39a")
            .replace("{disputeId}", "unknown-id");
    if (page.equals("POST /tables/workbooks")) {
      request.multiPart("comment", "none");
    } else if (page.startsWith("POST /tables") || page.startsWith("POST /decide")) {
      request.contentType("application/json").body("{}");
    }
    return request.request(page.split(" ")[0], address);
  }

  private Set<String> pages() {
    return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .map(bean -> bean.getBeanClass())
        .filter(type -> type.getPackageName().startsWith("io.redress.console"))
        .filter(type -> type.isAnnotationPresent(Path.class))
        .flatMap(ConsoleRoutes::of)
        .collect(Collectors.toSet());
  }
}
