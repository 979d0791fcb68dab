package io.redress.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Assertions that hold for every problem response. */
final class Problems {
  private Problems() {}

  /** The members of the problem, after checking required and forbidden content. */
  static JsonNode expect(HttpResponse<byte[]> answer, ProblemType type) throws Exception {
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(answer.statusCode()).as(body).isEqualTo(type.status());
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(body)
        .doesNotContain("Exception", "java.", "io.", "jackson", "Quarkus", "\\tat ")
        .matches("[^\\p{Cc}\\p{Cs}\\u202A-\\u202E]*");
    JsonNode problem = new ObjectMapper().readTree(body);
    assertThat(problem.path("type").textValue()).isEqualTo(type.urn().toString());
    assertThat(problem.path("status").intValue()).isEqualTo(type.status());
    assertThat(problem.path("title").textValue()).isEqualTo(type.title());
    assertThat(problem.path("detail").textValue()).isNotBlank();
    return problem;
  }
}
