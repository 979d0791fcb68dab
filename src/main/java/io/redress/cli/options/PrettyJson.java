package io.redress.cli.options;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.redress.domain.decision.DecisionJson;

/** JSON as answers have it, on several lines. */
public final class PrettyJson {
  private static final ObjectWriter WRITER = DecisionJson.mapper().writerWithDefaultPrettyPrinter();

  private PrettyJson() {}

  public static String of(Object answer) {
    try {
      return WRITER.writeValueAsString(answer);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
