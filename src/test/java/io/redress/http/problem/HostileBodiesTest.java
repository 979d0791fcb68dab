package io.redress.http.problem;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.domain.dispute.DisputeReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Malformed and hostile bodies: each is refused with its problems and without internals. */
@QuarkusTest
@Tag("service")
class HostileBodiesTest {
  private static final String LOST = "'disputeType':'NOT_RECEIVED','reason':'LOST'";

  @TestHTTPResource("/v1/decide")
  URI decide;

  private final HttpClient client = HttpClient.newHttpClient();

  static Stream<byte[]> malformedJsonIsRefused() {
    return Stream.concat(
        Stream.of(
                "",
                " ",
                "reason=LOST",
                "<dispute/>",
                "{" + LOST,
                "{" + LOST + "}}",
                "{" + LOST + ",'reason':'LOST'}",
                "{" + LOST + ",'order':{'quantity':NaN}}",
                "{" + LOST + ",'order':{'quantity':" + "7".repeat(2_000) + "}}",
                "{" + LOST + ",'order':{'item':'" + "x".repeat(20_000) + "'}}",
                "{" + LOST + ",'order':{'item':'a\nb'}}",
                "{" + LOST + ",'\\uD800':1}",
                "{" + LOST + ",'\\uD800':1,'\\uD800':2}",
                "{'a':".repeat(1_000) + "1" + "}".repeat(1_000),
                "[".repeat(100_000),
                "[]",
                "null",
                "17")
            .map(HostileBodiesTest::json),
        Stream.of(
            "{\"item\":\"\u00fc\"}".getBytes(ISO_8859_1),
            new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'},
            new byte[] {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ':', '1', '}'},
            new byte[] {(byte) 0xFF, (byte) 0xFE, '{', 0, '}', 0},
            new byte[1_000],
            new byte[] {0x1F, (byte) 0x8B, 8, 0}));
  }

  @ParameterizedTest
  @MethodSource
  void malformedJsonIsRefused(byte[] body) throws Exception {
    assertThat(pointers(refused(body, ProblemType.MALFORMED_REQUEST))).containsExactly("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'orders':{},'a/b':1,'shipment':{'shipedOn':1}  | /orders /a~1b /shipment/shipedOn",
        "'order':{'quantity':'5','item':7},'buyer':[]   | /order/quantity /order/item /buyer",
        "'order':{'quantity':1e999999999}               | /order/quantity",
        "'class':{'module':{'classLoader':1}},'@type':'java.net.URL' | /class /@type",
        "'__proto__':{'x':1},'constructor':null         | /__proto__ /constructor",
        "'\\r\\nSet-Cookie':2,'\\u202Ex':3  | /U+000DU+000ASet-Cookie /U+202Ex",
      })
  void malformedFactsAreNamedByField(String facts, String expected) throws Exception {
    JsonNode problem = refused(json("{" + LOST + "," + facts + "}"), ProblemType.MALFORMED_REQUEST);
    assertThat(pointers(problem)).containsExactlyInAnyOrder(expected.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'asOf':'2026-02-30','delayCause':'RAIN','order':{'quantity':-3} | /asOf /delayCause /order/quantity",
        "'order':{'unitPrice':'1E999999999','currency':'ZZZ'} | /order/unitPrice /order/currency",
        "'buyer':{'name':'A\\r\\nB','locale':'../../etc'}   | /buyer/name /buyer/locale",
        "'buyer':{'name':'\\u202Eevil'},'seller':{'name':'a\\u0000b'} | /buyer/name /seller/name",
        "'buyer':{'name':'{config:quarkus.http.port}'}      | /buyer/name",
        "'order':{'item':'\\uDC00'}                         | /order/item",
        "'shipment':{'trackingUrl':'javascript:alert(1)'}   | /shipment/trackingUrl",
        "'disputeId':'../../x','peakSeason':'${x}'          | /disputeId /peakSeason",
        "'order':{'orderedOn':'2025-02-02'},'shipment':{'shippedOn':'2025-02-01'},'problem':{'reportedOn':'2025-01-01'} | /shipment/shippedOn /problem/reportedOn",
      })
  void contradictingFactsAreNamedByFact(String facts, String expected) throws Exception {
    JsonNode problem = refused(json("{" + LOST + "," + facts + "}"), ProblemType.IMPOSSIBLE_FACTS);
    assertThat(pointers(problem)).containsExactlyInAnyOrder(expected.split(" "));
  }

  @Test
  void atMostAThousandProblemsAreListed() throws Exception {
    String fields =
        IntStream.range(0, 5_000).mapToObj(i -> "'f" + i + "':0").collect(Collectors.joining(","));
    JsonNode problem = refused(json("{" + fields + "}"), ProblemType.MALFORMED_REQUEST);
    assertThat(problem.path("errors")).hasSize(RefusedFacts.MAX_ERRORS);
    assertThat(problem.path("detail").textValue()).startsWith("5002 problems");
  }

  @ParameterizedTest
  @ValueSource(ints = {DisputeReader.MAX_BYTES + 1, 1_000_000, 10_000_000})
  void tooLargeBodyIsRefusedWithAndWithoutLength(int size) throws Exception {
    byte[] body = new byte[size];
    Arrays.fill(body, (byte) ' ');
    refused(BodyPublishers.ofByteArray(body), ProblemType.TOO_LARGE);
    refused(BodyPublishers.ofByteArrays(List.of(body)), ProblemType.TOO_LARGE);
    refused(json("{}"), ProblemType.IMPOSSIBLE_FACTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "explain",
        "whatif",
        "keys",
        "rulesets/active/impact",
        "rulesets/active/archive",
        "rulesets/active/cases/accept"
      })
  void longBodyIsRefusedBeforeItIsParsed(String path) throws Exception {
    byte[] body = ("{\"ids\":[" + "\"\",".repeat(1_000_000) + "\"\"]}").getBytes(UTF_8);
    for (HttpRequest.BodyPublisher sent :
        List.of(BodyPublishers.ofByteArray(body), BodyPublishers.ofByteArrays(List.of(body)))) {
      HttpRequest request =
          HttpRequest.newBuilder(decide.resolve("/v1/" + path))
              .header("Content-Type", "application/json")
              .POST(sent)
              .build();
      Problems.expect(client.send(request, BodyHandlers.ofByteArray()), ProblemType.TOO_LARGE);
    }
  }

  @Test
  void bodyAtTheLimitIsRead() throws Exception {
    byte[] body = new byte[DisputeReader.MAX_BYTES];
    Arrays.fill(body, (byte) ' ');
    byte[] facts = json("{" + LOST + "}");
    System.arraycopy(facts, 0, body, 0, facts.length);
    assertThat(sent(BodyPublishers.ofByteArray(body)).statusCode()).isEqualTo(200);
  }

  @Test
  void gzipIsDecodedWithinLimitsAndOtherEncodingsAreRefused() throws Exception {
    byte[] facts = json("{" + LOST + "}");
    assertThat(encoded(GzipBodyTest.zipped(facts), "gzip").statusCode()).isEqualTo(200);
    assertThat(encoded(facts, "identity").statusCode()).isEqualTo(200);
    Problems.expect(encoded(facts, "gzip"), ProblemType.MALFORMED_REQUEST);
    Problems.expect(
        encoded(GzipBodyTest.zipped(new byte[10 << 20]), "gzip"), ProblemType.TOO_LARGE);
    for (String encoding : List.of("deflate", "br", "gzip, gzip", "zstd")) {
      HttpResponse<byte[]> answer = encoded(facts, encoding);
      Problems.expect(answer, ProblemType.UNSUPPORTED_MEDIA_TYPE);
      assertThat(answer.headers().firstValue("Accept-Encoding")).contains("gzip, identity");
    }
  }

  private HttpResponse<byte[]> encoded(byte[] body, String encoding) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(decide)
            .header("Content-Type", "application/json")
            .header("Content-Encoding", encoding)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return client.send(request, BodyHandlers.ofByteArray());
  }

  private JsonNode refused(byte[] body, ProblemType type) throws Exception {
    return refused(BodyPublishers.ofByteArray(body), type);
  }

  private JsonNode refused(HttpRequest.BodyPublisher body, ProblemType type) throws Exception {
    return Problems.expect(sent(body), type);
  }

  private HttpResponse<byte[]> sent(HttpRequest.BodyPublisher body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(decide)
            .header("Content-Type", "application/json")
            .POST(body)
            .build();
    return client.send(request, BodyHandlers.ofByteArray());
  }

  private static List<String> pointers(JsonNode problem) {
    return problem.path("errors").findValuesAsText("pointer");
  }

  /** JSON with single quotes for double ones. */
  private static byte[] json(String text) {
    return text.replace('\'', '"').getBytes(UTF_8);
  }
}
