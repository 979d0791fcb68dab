package io.redress.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DiscreetTest {
  @Test
  void aFailureIsToldWithoutWhatItQuotes() {
    SQLException inner = new SQLException("Value too long: 'Anna'", "22001", 22001);
    Exception outer = new IllegalStateException("broke down on Anna\nINFO all is well", inner);
    outer.addSuppressed(new IllegalStateException("Anna"));

    StringWriter text = new StringWriter();
    Discreet.of(outer).printStackTrace(new PrintWriter(text));

    assertThat(text.toString())
        .contains("java.lang.IllegalStateException", "DiscreetTest.aFailureIsTold")
        .contains("Caused by: java.sql.SQLException (state 22001, code 22001)")
        .doesNotContain("Anna", "all is well");
  }

  @Test
  void causesThatGoRoundInCirclesEnd() {
    Exception first = new Exception("Anna");
    first.initCause(new Exception("Anna", first));
    assertThat(Discreet.of(first))
        .hasToString("java.lang.Exception")
        .hasRootCauseMessage("java.lang.Exception");
  }
}
