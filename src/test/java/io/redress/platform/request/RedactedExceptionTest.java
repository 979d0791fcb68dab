package io.redress.platform.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class RedactedExceptionTest {
  @Test
  void redactedExceptionShowsTypesOnly() {
    SQLException inner = new SQLException("Value too long: 'Anna'", "22001", 22001);
    Exception outer = new IllegalStateException("broke down on Anna\nINFO all is well", inner);
    outer.addSuppressed(new IllegalStateException("Anna"));

    StringWriter text = new StringWriter();
    RedactedException.of(outer).printStackTrace(new PrintWriter(text));

    assertThat(text.toString())
        .contains("java.lang.IllegalStateException", "RedactedExceptionTest.redactedException")
        .contains("Caused by: java.sql.SQLException (state 22001, code 22001)")
        .doesNotContain("Anna", "all is well");
  }

  @Test
  void circularCausesAreTruncated() {
    Exception first = new Exception("Anna");
    first.initCause(new Exception("Anna", first));
    assertThat(RedactedException.of(first))
        .hasToString("java.lang.Exception")
        .hasRootCauseMessage("java.lang.Exception");
  }
}
