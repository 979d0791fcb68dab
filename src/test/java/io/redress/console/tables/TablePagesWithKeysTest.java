package io.redress.console.tables;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.redress.console.Visit;
import io.redress.http.gate.Protected;
import io.redress.security.access.Role;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Roles required to view and to change tables. */
@QuarkusTest
@TestProfile(Protected.class)
@Tag("service")
class TablePagesWithKeysTest {
  private static final String GOODWILL = "/tables/active/goodwill";

  @Inject Protected.Keys keys;

  @ParameterizedTest
  @ValueSource(strings = {Role.ACTIVATE, Role.AUDIT})
  void readersCannotEdit(String role) {
    Visit visit = Visit.with(keys.with(role));

    assertThat(visit.get(GOODWILL).asString())
        .contains("data-editable=\"false\"")
        .doesNotContain("id=\"tools\"", "id=\"save\"");
    assertThat(visit.get("/tables").asString()).doesNotContain("id=\"drop\"");
    assertThat(visit.send(GOODWILL + "/check", "{\"rows\":[4]}").statusCode()).isEqualTo(200);
    assertThat(visit.send(GOODWILL, "{\"rows\":[4],\"comment\":\"x\"}").statusCode())
        .isEqualTo(403);
    assertThat(
            visit
                .drop("/tables/workbooks", "promises.xlsx", new byte[1], Map.of("comment", "x"))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void editorsSeeTheEditor() {
    Visit visit = Visit.with(keys.with(Role.EDIT));

    assertThat(visit.get(GOODWILL).asString()).contains("data-editable=\"true\"", "id=\"save\"");
    assertThat(visit.get("/tables").asString()).contains("id=\"drop\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {Role.DECIDE, Role.ADMIN})
  void otherRolesAreForbidden(String role) {
    Visit visit = Visit.with(keys.with(role));

    for (String path : new String[] {"/tables", GOODWILL}) {
      assertThat(visit.get(path).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void anonymousUsersAreRedirectedToSignIn() {
    keys.with(Role.EDIT);
    given().accept("text/html").redirects().follow(false).get("/tables").then().statusCode(303);
  }
}
