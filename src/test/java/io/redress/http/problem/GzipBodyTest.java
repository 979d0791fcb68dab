package io.redress.http.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipBodyTest {
  private static final int LIMIT = 1 << 20;

  @Test
  void bodiesUpToTheLimitAreDecoded() throws IOException {
    byte[] body = new byte[LIMIT];
    new Random(1).nextBytes(body);

    assertThat(decoded(zipped(body))).isEqualTo(body);
    assertThat(decoded(zipped(new byte[0]))).isEmpty();
  }

  @Test
  void oneByteMoreIsTooLarge() throws IOException {
    byte[] body = new byte[LIMIT + 1];
    new Random(1).nextBytes(body);

    assertProblem(zipped(body), ProblemType.TOO_LARGE);
  }

  @Test
  void aBombIsRefusedBeforeItIsDecoded() throws IOException {
    byte[] bomb = zipped(new byte[64 << 20]);

    try (GzipBody body = new GzipBody(new ByteArrayInputStream(bomb), 100L << 20)) {
      long[] read = {0};
      assertThatThrownBy(
              () -> {
                while (body.read(new byte[8_192], 0, 8_192) > 0) {
                  read[0] += 8_192;
                }
              })
          .isInstanceOfSatisfying(HttpProblem.class, GzipBodyTest::isTooLarge);
      assertThat(read[0]).isLessThan(2 << 20);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 9, 10, 40})
  void damagedBodiesAreMalformed(int length) throws IOException {
    assertProblem(
        Arrays.copyOf(
            zipped("a body that is cut off at some place".getBytes(StandardCharsets.UTF_8)),
            length),
        ProblemType.MALFORMED_REQUEST);
  }

  @Test
  void otherFormatsAreMalformed() {
    assertProblem(
        "{\"reason\": \"LOST\"}".getBytes(StandardCharsets.UTF_8), ProblemType.MALFORMED_REQUEST);
  }

  private static void assertProblem(byte[] sent, ProblemType type) {
    assertThatThrownBy(() -> decoded(sent))
        .isInstanceOfSatisfying(
            HttpProblem.class, problem -> assertThat(problem.getType()).isEqualTo(type.urn()));
  }

  private static void isTooLarge(HttpProblem problem) {
    assertThat(problem.getType()).isEqualTo(ProblemType.TOO_LARGE.urn());
  }

  private static byte[] decoded(byte[] sent) throws IOException {
    try (GzipBody body = new GzipBody(new ByteArrayInputStream(sent), LIMIT)) {
      return body.readAllBytes();
    }
  }

  static byte[] zipped(byte[] body) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    }
    return bytes.toByteArray();
  }
}
