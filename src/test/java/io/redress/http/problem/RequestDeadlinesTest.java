package io.redress.http.problem;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestDeadlinesTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Test
  void timeoutThatWouldCutRequestsWithoutAnAnswerIsRefused() {
    assertThatThrownBy(
            () ->
                RequestDeadlines.checkLonger(
                    "quarkus.http.read-timeout",
                    Duration.ofSeconds(20),
                    "redress.request.arrival-limit",
                    LIMIT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "quarkus.http.read-timeout (20 s) would cut requests without an answer. Set it above"
                + " redress.request.arrival-limit, which is 60 s.");
    assertThatThrownBy(() -> RequestDeadlines.checkLonger("a", LIMIT, "b", LIMIT))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatCode(() -> RequestDeadlines.checkLonger("a", LIMIT.plusMillis(1), "b", LIMIT))
        .doesNotThrowAnyException();
  }
}
