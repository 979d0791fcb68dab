package io.redress.console.letters;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.redress.console.Visit;
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
class LetterPagesTest {
  private static final String PAGE = "/rulesets/active/letters/greeting.unnamed";

  private Visit visit;

  @BeforeEach
  void openVisit() {
    visit = Visit.open();
  }

  @Test
  void textsAreFoundByNameAndWords() {
    assertThat(visit.get("/rulesets/active/letters?q=dear%20customer").asString())
        .contains("greeting.unnamed", "Dear customer,")
        .doesNotContain("opening.LOST");
    assertThat(visit.get("/rulesets/active/letters?q=%3Cscript%3E").asString())
        .contains("No text contains this")
        .doesNotContain("<script>\"");
    assertThat(visit.get("/rulesets/active/letters/nothing").statusCode()).isEqualTo(404);
    assertThat(visit.get(PAGE).asString())
        .contains("Dear customer,", "letters/zh.txt", "data-inserts=\"{buyerName}\"");
  }

  @Test
  void textIsSeenInLettersAndSavedAlone() throws IOException {
    Map<String, Object> form = form("Hello <you>,", "您好 <您>，");
    assertThat(visit.post(PAGE + "/preview", form).asString())
        .contains("Hello &lt;you&gt;,", "您好 &lt;您&gt;，", "<strong>Your order");

    Response saved = visit.post(PAGE, form);

    assertThat(saved.header("HX-Redirect")).as(saved.asString()).startsWith("/rulesets/");
    assertThat(
            given().get("/v1" + saved.header("HX-Redirect") + "/files/letters/en.txt").asString())
        .isEqualTo(
            Files.readString(Path.of("rules/letters/en.txt"))
                .replace("Dear customer,", "Hello <you>,"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', The text is empty",
    "'Hello {buyerNme},', buyerNme",
    "'Hello {', brace",
  })
  void wrongTextIsNamedAndNothingIsSaved(String text, String said) {
    Map<String, Object> form = form(text, "您好");

    assertThat(visit.post(PAGE + "/preview", form).asString()).containsIgnoringCase(said);
    Response refused = visit.post(PAGE, form);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.asString()).containsIgnoringCase(said);
  }

  private static Map<String, Object> form(String english, String chinese) {
    Map<String, Object> form = new HashMap<>();
    form.put("file", List.of("letters/en.txt", "letters/zh.txt", "promises.xlsx", "../x"));
    form.put("text", List.of(english, chinese, "no letter", "no file"));
    form.put("comment", "Greeting");
    return form;
  }
}
