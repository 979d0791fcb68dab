package io.redress.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The Grafana dashboard matches the metrics. */
@QuarkusTest
@Tag("service")
class DashboardTest {
  private static final Pattern METRIC = Pattern.compile("\\b(redress|http|jvm|process)_[a-z0-9_]+");

  private JsonNode dashboard;

  @BeforeEach
  void read() throws Exception {
    dashboard = new ObjectMapper().readTree(Path.of("docs/grafana-dashboard.json").toFile());
  }

  @Test
  void everyMetricOnTheDashboardExists() {
    given()
        .contentType("application/json")
        .body("{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\"}")
        .post("/v1/decide");
    given().contentType("application/json").body("{}").post("/v1/decide");
    System.gc();

    Set<String> shown = new TreeSet<>();
    for (String key : List.of("expr", "query")) {
      for (JsonNode query : dashboard.findValues(key)) {
        METRIC.matcher(query.asText()).results().map(MatchResult::group).forEach(shown::add);
      }
    }

    assertThat(shown).hasSizeGreaterThan(20);
    assertThat(ScrapedMetrics.names()).containsAll(shown);
  }

  @Test
  void everyPanelHasTitleDescriptionAndPlace() {
    assertThat(dashboard.path("panels"))
        .extracting(panel -> panel.path("id").intValue())
        .doesNotHaveDuplicates();
    assertThat(dashboard.path("panels"))
        .extracting(panel -> panel.path("gridPos").toString())
        .doesNotHaveDuplicates();
    assertThat(dashboard.path("panels"))
        .allSatisfy(
            panel -> {
              assertThat(panel.path("title").asText()).isNotBlank();
              assertThat(panel.at("/gridPos/x").intValue() + panel.at("/gridPos/w").intValue())
                  .isBetween(1, 24);
            });
  }
}
