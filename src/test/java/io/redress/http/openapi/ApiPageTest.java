package io.redress.http.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The examples of {@code docs/api.md}, {@code docs/batch.md} and {@code docs/insight.md} work as
 * they are written.
 */
@QuarkusTest
@Tag("service")
class ApiPageTest {
  private static final Pattern CALL =
      Pattern.compile("curl -s '?localhost:8080([^'\\s]+)'?((?: -[Hd] '[^']*')*)");
  private static final Pattern OPTION = Pattern.compile("-([Hd]) '([^']*)'");

  /** A documented call and the response to it. */
  private record Example(String address, String options, Response response) {}

  @Test
  void examplesAreAnsweredAsThePageSays() throws Exception {
    List<Example> examples = new ArrayList<>();
    Matcher call = CALL.matcher(Files.readString(Path.of("docs/api.md")));
    while (call.find()) {
      examples.add(
          new Example(call.group(1), call.group(2), response(call.group(1), call.group(2))));
    }

    assertThat(examples).hasSize(7);
    for (Example example : examples) {
      boolean refused = example.options().contains("LOSST");
      assertThat(example.response().statusCode())
          .as(example.address())
          .isEqualTo(refused ? 422 : 200);
      if (refused) {
        assertThat(example.response().jsonPath().getList("errors.pointer"))
            .containsExactlyInAnyOrder("/reason", "/asOf");
      }
    }
  }

  @Test
  void questionsAboutDecisionsAreAnswered() throws Exception {
    Matcher call = CALL.matcher(Files.readString(Path.of("docs/insight.md")));
    assertThat(call.find()).isTrue();
    Response explained = response(call.group(1), call.group(2));
    assertThat(explained.statusCode()).isEqualTo(200);
    assertThat(explained.jsonPath().getString("tables[0].won.sentence")).contains("verlangt");
    assertThat(call.find()).isTrue();
    Response refused = response(call.group(1), call.group(2));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getList("errors.pointer")).contains("/goal/resolution");
  }

  @Test
  void batchIsAnsweredLineByLine() throws Exception {
    Matcher call = CALL.matcher(Files.readString(Path.of("docs/batch.md")));
    assertThat(call.find()).isTrue();
    Response answer = response(call.group(1), call.group(2));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.asString().lines())
        .satisfiesExactly(
            head -> assertThat(head).startsWith("{\"batch\":\"orders-2026-11-20\",\"ruleSet\":{"),
            line -> assertThat(line).startsWith("{\"line\":1,").contains("\"FULL_REFUND\""),
            line ->
                assertThat(line)
                    .startsWith("{\"line\":2,\"problem\":{")
                    .contains("impossible-facts", "/reason"),
            line -> assertThat(line).startsWith("{\"line\":3,").contains("\"KEEP_TRACKING\""),
            end -> assertThat(end).isEqualTo("{\"decided\":2,\"rejected\":1}"));
  }

  @Test
  void repeatedKeyIsReplayed() throws Exception {
    Matcher call = CALL.matcher(Files.readString(Path.of("docs/api.md")));
    while (call.find()) {
      if (call.group(2).contains("Idempotency-Key")) {
        response(call.group(1), call.group(2));
        assertThat(response(call.group(1), call.group(2)).header("Idempotent-Replayed"))
            .isEqualTo("true");
        return;
      }
    }
    throw new AssertionError("no example with a key");
  }

  private static Response response(String address, String options) {
    RequestSpecification request =
        given()
            .config(
                RestAssuredConfig.config()
                    .encoderConfig(
                        EncoderConfig.encoderConfig()
                            .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
            .urlEncodingEnabled(false);
    Matcher option = OPTION.matcher(options);
    boolean body = false;
    while (option.find()) {
      if (option.group(1).equals("d")) {
        request.body(option.group(2));
        body = true;
      } else {
        String[] header = option.group(2).split(": ", 2);
        // The service of this test is open, and the page shows no real key.
        if (!header[0].equals("Authorization")) {
          request.header(header[0], header[1]);
        }
      }
    }
    return body ? request.post(address) : request.get(address);
  }
}
