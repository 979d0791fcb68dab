package io.redress.console.usage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.redress.console.Visit;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("service")
class UsagePagesTest {
  private static final String USAGE = "/rulesets/active/usage";
  private static final String FACTS =
      """
      {"disputeId": "usage-page", "asOf": "2014-12-20", "disputeType": "NOT_RECEIVED",
       "reason": "IN_TRANSIT", "delayCause": "PEAK_SEASON",
       "order": {"quantity": 2, "unitPrice": "50.00", "currency": "USD"}}\
      """;
  private Visit visit;
  private int row;

  @BeforeEach
  void decide() {
    visit = Visit.open();
    row =
        given()
            .contentType("application/json")
            .body(FACTS)
            .post("/v1/decide")
            .jsonPath()
            .getInt("trace.find { it.sheet == 'Goodwill' }.row");
  }

  @Test
  void pageNamesUsedAndUnusedRows() {
    String page = visit.get(USAGE).asString();

    assertThat(page)
        .contains(
            "Rows unused for 90 days",
            "/goodwill#row-" + row + "\">Goodwill, row " + row + "</a>",
            "/usage/files/promises.xlsx\"",
            "US$");
    String unused = page.substring(page.indexOf("id=\"unused\""), page.indexOf("id=\"most\""));
    assertThat(unused)
        .contains("aria-label=\"Goodwill, row ")
        .doesNotContain("aria-label=\"Goodwill, row " + row + "\"");
    assertThat(given().header("Accept-Language", "zh-CN").accept("text/html").get(USAGE).asString())
        .contains("90 天内未使用的行", "使用最多的行");
  }

  @Test
  void figuresAreThoseOfTheTable() {
    JsonPath figures = visit.get(USAGE + "/tables/goodwill").jsonPath();

    String used = "find { it.row == " + row + " }.";
    assertThat(figures.getBoolean(used + "unused")).isFalse();
    assertThat(Long.parseLong(figures.getString(used + "shown").replace(",", ""))).isPositive();
    assertThat(figures.getString(used + "text"))
        .contains("in the last 90 days, the last on ", "; US$");
    assertThat(figures.getList("findAll { it.unused }.text"))
        .isNotEmpty()
        .containsOnly("No decision in the last 90 days");
    assertThat(visit.get(USAGE + "/tables/none").jsonPath().getList("")).isEmpty();
  }

  @Test
  void pagesOfTablesAndRuleSetsLeadThere() {
    assertThat(visit.get("/tables").asString())
        .contains("/usage\">Rows unused for 90 days</a>", "/usage/files/promises.xlsx\"");
    assertThat(visit.get("/rulesets/active").asString()).contains("/usage\">Usage of rows</a>");
    assertThat(visit.get("/tables/active/goodwill").asString()).contains("data-usage=\"true\"");
    assertThat(visit.get(USAGE + "/files/promises.xlsx").header("Content-Disposition"))
        .contains("promises.xlsx");
    assertThat(visit.get(USAGE + "/files/calendar.xlsx").statusCode()).isEqualTo(404);
  }
}
