package io.redress.console.calendar;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.redress.console.Visit;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("service")
class CalendarPagesTest {
  private static final String PAGE = "/rulesets/active/calendar";

  private Visit visit;

  @BeforeEach
  void openVisit() {
    visit = Visit.open();
  }

  @Test
  void sheetsAreShownByYearAndCountry() {
    assertThat(visit.get(PAGE + "?sheet=Closures&year=2026&first=CN").asString())
        .contains("SPRING_FESTIVAL", "2026-02-")
        .doesNotContain("value=\"2025-01-01\"", "value=\"HK\" list");
    assertThat(visit.get(PAGE).asString()).contains("Closures", "Make-up days", "Peak seasons");
    assertThat(visit.get(PAGE + "?sheet=Nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void sheetsAndColumnsAreInTheLanguageOfTheReader() {
    String chinese =
        given()
            .accept("text/html")
            .header("Accept-Language", "zh")
            .urlEncodingEnabled(false)
            .get(PAGE + "?sheet=Peak+seasons")
            .asString();
    assertThat(chinese)
        .contains("日历: 旺季", ">调休上班日</a>", "<th scope=\"col\">来源与备注</th>", "value=\"SINGLES_DAY\"")
        .doesNotContain(">Make-up days<", ">First day<");
    assertThat(visit.get(PAGE).asString()).contains("<th scope=\"col\">First day off</th>");
  }

  @Test
  void closureIsAddedInACandidate() {
    Response saved = visit.post(PAGE, form("2027-01-01", "A new year"));
    assertThat(saved.header("HX-Redirect")).as(saved.asString()).startsWith("/rulesets/");
    assertThat(
            visit
                .get(saved.header("HX-Redirect") + "/calendar?sheet=Closures&year=2027&first=CN")
                .asString())
        .contains("value=\"2027-01-01\"");
    assertThat(given().get("/v1" + saved.header("HX-Redirect")).<String>path("comment"))
        .isEqualTo("A new year");
  }

  @Test
  void wrongRowsAreNamedByTheirCell() {
    Response noDay = visit.post(PAGE, form("January", "Why"));
    assertThat(noDay.statusCode()).isEqualTo(422);
    assertThat(noDay.asString()).contains("calendar.xlsx, Closures!C");
    assertThat(visit.post(PAGE, form("2027-01-01", "")).statusCode()).isEqualTo(422);
    Map<String, Object> torn = form("2027-01-01", "Why");
    torn.put("cell", List.of("CN"));
    assertThat(visit.post(PAGE, torn).statusCode()).isEqualTo(400);
  }

  private static Map<String, Object> form(String day, String comment) {
    Map<String, Object> form = new HashMap<>();
    form.put("sheet", "Closures");
    form.put("row", List.of("0", "0"));
    form.put("cell", List.of("CN", "NEW_YEAR", day, "2027-01-01", "", "", "", ""));
    form.put("comment", comment);
    return form;
  }
}
