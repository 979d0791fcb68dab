package io.redress.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The redirect after sign-in. */
class SignInResourceTest {

  @ParameterizedTest
  @CsvSource({
    "/, /",
    "/decisions?q=a%20b&page=2, /decisions?q=a%20b&page=2",
    "/decisions?q={abc}, /decisions?q=%7Babc%7D",
    "/decisions?q=100%, /decisions?q=100%25",
    "/tables/active/x|y^z, /tables/active/x%7Cy%5Ez"
  })
  void localPathIsKept(String asked, String address) {
    assertThat(SignInResource.localPath(asked)).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"//evil.example", "/\\evil.example", "https://evil.example", "", "a b"})
  void otherHostsBecomeTheHomePage(String asked) {
    assertThat(SignInResource.localPath(asked)).isEqualTo("/");
  }

  @Test
  void anyInputBecomesAValidUri() {
    IntStream.range(0, 0x250)
        .mapToObj(sign -> "/tables/" + (char) sign + "?q=" + (char) sign + "%4")
        .forEach(asked -> assertThat(URI.create(SignInResource.localPath(asked))).isNotNull());
  }
}
