package io.redress.http.insight;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.redress.rules.source.edit.UsageColumns;
import io.redress.rules.table.TableSheet;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("service")
class UsageResourceTest {
  private static final String USAGE = "/v1/rulesets/active/usage";
  private static final String FACTS =
      """
      {"disputeId": "usage-%d", "asOf": "2014-12-20", "disputeType": "NOT_RECEIVED",
       "reason": "IN_TRANSIT", "delayCause": "PEAK_SEASON",
       "order": {"quantity": 2, "unitPrice": "50.00", "currency": "USD"}}\
      """;

  @Test
  void decisionsCountForTheRowsOfTheirTraces() {
    Response decided = decide(1);
    JsonPath trace = decided.jsonPath();
    int row = trace.getInt("trace.find { it.sheet == 'Goodwill' }.row");
    JsonPath before = usage("?table=goodwill").jsonPath();

    decide(2);

    Response answered = usage("?table=goodwill");
    JsonPath after = answered.jsonPath();
    String path = "rows.find { it.row == " + row + " }.";
    assertThat(after.getLong(path + "decisions"))
        .isEqualTo(before.getLong(path + "decisions") + 1)
        .isGreaterThanOrEqualTo(2);
    assertThat(after.getString(path + "lastUsed"))
        .isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
    assertThat(after.getString(path + "table")).isEqualTo("goodwill");
    assertThat(after.getString(path + "file")).isEqualTo("promises.xlsx");
    assertThat(after.getList(path + "cases")).isNotEmpty();
    // Five percent of 100 dollars, twice.
    assertThat(Double.parseDouble(after.getString(path + "money[0].discounts")))
        .isGreaterThanOrEqualTo(10);
    assertThat(after.getLong("population.decisions"))
        .isGreaterThanOrEqualTo(2)
        .isGreaterThanOrEqualTo(after.getLong("population.read"));
    assertThat(after.getInt("population.rows"))
        .isEqualTo(Integer.parseInt(answered.header("X-Total-Count")));
    assertThat(after.<Integer>getList("unused.rows.flatten()"))
        .hasSize(after.getInt("population.unusedRows"))
        .doesNotContain(row);
  }

  @Test
  void rowsAreInPages() {
    JsonPath first = usage("?size=3").jsonPath();
    JsonPath second = usage("?size=3&page=2").jsonPath();

    assertThat(first.getList("rows")).hasSize(3);
    assertThat(second.getList("rows"))
        .hasSize(3)
        .doesNotContainAnyElementsOf(first.getList("rows"));
    assertThat(second.getList("unused")).isEqualTo(first.getList("unused"));
    assertThat(usage("?size=200&page=9999").jsonPath().getList("rows")).isEmpty();
  }

  @Test
  void periodIsThatOfTheParameters() {
    decide(3);
    JsonPath past = usage("?from=2001-01-01&to=2001-12-31&table=goodwill").jsonPath();

    assertThat(past.getString("from")).isEqualTo("2001-01-01");
    assertThat(past.getLong("population.decisions")).isZero();
    assertThat(past.getInt("population.unusedRows")).isEqualTo(past.getInt("population.rows"));
    JsonPath usual = usage("").jsonPath();
    assertThat(LocalDate.parse(usual.getString("from")))
        .isEqualTo(LocalDate.parse(usual.getString("to")).minusDays(89));
  }

  @Test
  void malformedParametersAreNamedAtOnce() {
    Response refused = given().get(USAGE + "?from=soon&to=2026-02-30");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getList("errors.parameter")).containsExactly("from", "to");
    for (String wrong :
        List.of(
            "?from=2026-02-02&to=2026-02-01",
            "?from=2020-01-01&to=2026-01-01",
            "?from=0001-01-01",
            "?size=201",
            "?page=0")) {
      assertThat(given().get(USAGE + wrong).statusCode()).as(wrong).isEqualTo(400);
    }
    assertThat(given().get(USAGE + "?table=none").statusCode()).isEqualTo(404);
    assertThat(given().get("/v1/rulesets/000000000000/usage").statusCode()).isEqualTo(404);
  }

  @Test
  void workbookHasUsageAsColumns() {
    decide(4);
    byte[] copy =
        given().get(USAGE + "/promises.xlsx").then().statusCode(200).extract().asByteArray();

    TableSheet goodwill =
        TableSheet.all(Map.of("promises.xlsx", copy)).stream()
            .filter(sheet -> sheet.table().name().equals("goodwill"))
            .findFirst()
            .orElseThrow();
    assertThat(goodwill.columns())
        .filteredOn(column -> column.label().startsWith(UsageColumns.LABEL))
        .hasSize(4);
    assertThat(given().get(USAGE + "/calendar.xlsx").statusCode()).isEqualTo(404);
    assertThat(given().get(USAGE + "/flow.drl").statusCode()).isEqualTo(404);
  }

  private static Response decide(int number) {
    Response decided =
        given().contentType("application/json").body(FACTS.formatted(number)).post("/v1/decide");
    assertThat(decided.statusCode()).as(decided.asString()).isEqualTo(200);
    return decided;
  }

  private static Response usage(String query) {
    Response answer = given().get(USAGE + query);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer;
  }
}
