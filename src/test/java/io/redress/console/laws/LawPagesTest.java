package io.redress.console.laws;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.redress.console.Visit;
import io.redress.console.rulesets.Candidates;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@Tag("service")
class LawPagesTest {
  private static final String LAW = "peak-season-discount";

  private Visit visit;

  @BeforeEach
  void openVisit() {
    visit = Visit.open();
  }

  @Test
  void lawsAreListedWithTheirState() throws IOException {
    String version = Candidates.onlySevenPercent(given(), "Laws listed");

    assertThat(visit.get("/rulesets/active/laws").asString())
        .contains("Dangerous goods are refunded in full", "Holds")
        .doesNotContain("Violated");
    assertThat(visit.get("/rulesets/" + version + "/laws").asString())
        .containsSubsequence("gets 5% off the next order", "Violated");
    assertThat(visit.get("/rulesets/" + version).asString())
        .contains("/rulesets/" + version + "/laws/" + LAW, "Change this law");
    assertThat(visit.get("/rulesets/active/laws/unknown").statusCode()).isEqualTo(404);
  }

  @Test
  void numberOfAViolatedLawIsChangedAndSavedInTheCandidate() throws IOException {
    String address =
        "/rulesets/" + Candidates.onlySevenPercent(given(), "Law changed") + "/laws/" + LAW;
    assertThat(visit.get(address).asString())
        .contains("Violated", "/decide#facts=", "PEAK_SEASON", "value=\"5\"")
        .contains("Cause of the delay: <strong>Peak season</strong>", "Discount on the next order");
    Map<String, Object> form = new HashMap<>();
    form.put("sentence", "Seven & percent: \"off\"");
    form.put("value", List.of("5"));
    assertThat(visit.post(address + "/preview", form).asString())
        .contains("It would still be violated");
    form.put("value", List.of("7"));
    form.put("sentence", "At least 5% off, not 15");
    assertThat(visit.post(address + "/preview", form).asString()).contains("still says 5.");
    form.put("sentence", "Seven & percent: \"off\"");
    assertThat(visit.post(address + "/preview", form).asString())
        .contains("It holds", "then: {nextOrderDiscountPercent: 7}");
    form.put("comment", "");
    assertThat(visit.post(address, form).statusCode()).isEqualTo(422);
    form.put("comment", "Seven is the law");

    Response saved = visit.post(address, form);

    assertThat(saved.header("HX-Redirect")).as(saved.asString()).startsWith("/rulesets/");
    String yaml =
        given().get("/v1" + saved.header("HX-Redirect") + "/files/invariants.yaml").asString();
    assertThat(yaml)
        .isEqualTo(
            Files.readString(Path.of("rules/invariants.yaml"))
                .replace("nextOrderDiscountPercent: 5}", "nextOrderDiscountPercent: 7}")
                .replace(
                    "A buyer who waits because of the peak season gets 5% off the next order.",
                    "'Seven & percent: \"off\"'"));
  }

  @Test
  void factsOfTheCounterexampleBecomeAnException() throws IOException {
    String address =
        "/rulesets/" + Candidates.onlySevenPercent(given(), "Law excepted") + "/laws/" + LAW;

    String preview =
        visit
            .post(
                address + "/preview",
                Map.of(
                    "sentence",
                    "As it was",
                    "value",
                    List.of("5"),
                    "except",
                    List.of("delayCause", "nonsense")))
            .asString();

    assertThat(preview)
        .contains("NEXT_ORDER_DISCOUNT]}}}, {facts: {delayCause: PEAK_SEASON}}]")
        .doesNotContain("nonsense");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sentence||The sentence is empty",
        "value||The value is empty",
        "text|- id: [|this is not YAML",
        "text|- id: peak-season-discount|asserts nothing",
        "text|- id: a(n  law: x(n  then: {resolutoin: REJECT}|is not a known name",
      })
  void wrongInputIsNamedAndNothingIsSaved(String field, String typed, String said) {
    Map<String, Object> form = new HashMap<>();
    form.put("sentence", "A sentence");
    form.put("value", List.of("5"));
    form.put("comment", "Why");
    String text = typed == null ? "" : typed.replace("(n", "\n");
    form.put(field, field.equals("value") ? List.of(text) : text);

    assertThat(visit.post("/rulesets/active/laws/" + LAW + "/preview", form).asString())
        .contains(said);
    Response refused = visit.post("/rulesets/active/laws/" + LAW, form);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.asString()).contains(said);
  }
}
