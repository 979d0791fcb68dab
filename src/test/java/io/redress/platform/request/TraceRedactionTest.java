package io.redress.platform.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.junit.jupiter.api.Test;

class TraceRedactionTest {
  private static final AttributeKey<String> QUERY = AttributeKey.stringKey("url.query");

  @Test
  void queryStringIsNotTraced() {
    try (var provider =
        SdkTracerProvider.builder().addSpanProcessor(new TraceRedaction()).build()) {
      var span =
          provider
              .get("test")
              .spanBuilder("GET /v1/decisions")
              .setAttribute(QUERY, "q=Anna")
              .setAttribute("url.path", "/v1/decisions")
              .startSpan();
      span.end();
      assertThat(((ReadableSpan) span).getAttribute(QUERY)).isEmpty();
      assertThat(((ReadableSpan) span).getAttribute(AttributeKey.stringKey("url.path")))
          .isEqualTo("/v1/decisions");
    }
  }
}
