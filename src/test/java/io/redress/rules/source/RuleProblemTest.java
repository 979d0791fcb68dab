package io.redress.rules.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RuleProblemTest {

  @Test
  void jsonHasPlaceMessageAndSuggestion() throws IOException {
    var problem =
        new RuleProblem(
            "promises.xlsx",
            "Goodwill",
            "F4",
            null,
            ProblemCode.VALUE_OUT_OF_RANGE,
            "150",
            "discount 150 is above 100.",
            "Use 0 to 100.");

    assertThat(new ObjectMapper().writeValueAsString(problem))
        .isEqualTo(
            """
            {"file":"promises.xlsx","sheet":"Goodwill","cell":"F4","code":"VALUE_OUT_OF_RANGE",\
            "value":"150","message":"discount 150 is above 100.","suggestion":"Use 0 to 100."}""");
  }

  @Test
  void valuesAreEscapedForTerminalsAndLogs() throws IOException {
    String value = "\u001B[2J\u202E\uD800\u0000\r\nERROR all is lost";
    var problem = RuleProblem.ofLine("a.txt", 1, ProblemCode.ALIAS, value, value, "Mend it.");

    assertThat(problem.toString())
        .isEqualTo(
            "a.txt:1: \\u001B[2J\\u202E\\uD800\\u0000\\u000D\\nERROR all is lost Mend it. [ALIAS]");
    assertThat(problem.value()).startsWith("\\u001B[2J\\u202E\\uD800");
    assertThat(new ObjectMapper().writeValueAsBytes(problem)).isNotEmpty();
  }

  @Test
  void longValuesAreTruncatedBetweenCharacters() {
    String value = "\uD83D\uDE00".repeat(32_000);
    var problem = RuleProblem.ofLine("a.txt", 1, ProblemCode.ALIAS, value, value, "Mend it.");

    assertThat(problem.value()).isEqualTo("\uD83D\uDE00".repeat(200) + "...");
    assertThat(problem.toString()).hasSizeLessThan(1_300);
  }
}
