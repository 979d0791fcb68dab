package io.redress.http.rulesets;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("service")
class BrokenFormsTest {
  private static final byte[] FORM =
      """
      --x\r
      Content-Disposition: form-data; name="file"; filename="extra.xlsx"\r
      Content-Type: application/octet-stream\r
      \r
      nothing\r
      --x\r
      Content-Disposition: form-data; name="comment"\r
      \r
      why\r
      --x--\r
      """
          .getBytes(StandardCharsets.US_ASCII);

  static Stream<byte[]> cutOff() {
    return Stream.iterate(0, end -> end <= FORM.length, end -> end + 7)
        .map(end -> Arrays.copyOf(FORM, end));
  }

  static Stream<byte[]> damaged() {
    return LongStream.range(0, 40)
        .mapToObj(
            seed -> {
              Random random = new Random(seed);
              byte[] form = FORM.clone();
              for (int flip = 0; flip < 3; flip++) {
                form[random.nextInt(form.length)] = (byte) random.nextInt(256);
              }
              return form;
            });
  }

  @ParameterizedTest
  @MethodSource({"cutOff", "damaged"})
  void malformedFormsAreBadRequests(byte[] form) {
    refused(post("multipart/form-data; boundary=x", form));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=y",
        "multipart/form-data; boundary=x; charset=bogus",
        "multipart/form-data; boundary=\"",
        "multipart/mixed; boundary=x"
      })
  void malformedBoundariesAreBadRequests(String mediaType) {
    refused(post(mediaType, FORM));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "filename*=UTF-8''%ZZ%",
        "filename*=BOGUS''a.xlsx",
        "filename*=abc",
        "filename=\"\"",
        "filename"
      })
  void malformedNamesAreBadRequests(String name) {
    String form = new String(FORM, StandardCharsets.US_ASCII);
    refused(
        post(
            "multipart/form-data; boundary=x",
            form.replace("filename=\"extra.xlsx\"", name).getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void tooManyPartsAreABadRequest() {
    String part = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n";
    refused(
        post(
            "multipart/form-data; boundary=x",
            (part.repeat(1_100) + "--x--\r\n").getBytes(StandardCharsets.US_ASCII)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--x--                   | ''                    | The form ends before its closing"
            + " boundary",
        "filename=\"extra.xlsx\"  | filename*=abc         | The Content-Disposition of a part",
        "Content-Disposition: f  | Content-Disposition f | The headers of a part of the form",
        "name=\"file\"            | name=\"fiel\"           | The form has no part named file",
        "; filename=\"extra.xlsx\" | ''                   | Part 1 of those named file has no file"
            + " name",
      })
  void problemsSayWhatIsWrongAndWhere(String text, String wrong, String detail) {
    String form = new String(FORM, StandardCharsets.US_ASCII);
    assertThat(form).contains(text);
    Response answer =
        post(
            "multipart/form-data; boundary=x",
            form.replace(text, wrong).getBytes(StandardCharsets.US_ASCII));
    refused(answer);
    assertThat(answer.<String>path("detail")).startsWith(detail);
  }

  private static Response post(String mediaType, byte[] form) {
    return given().header("Content-Type", mediaType).body(form).post("/v1/rulesets");
  }

  private static void refused(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isBetween(400, 499);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
  }
}
