package io.redress.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Locale;

/**
 * How a decision is written as JSON, wherever it is: in an answer, the journal or a test case.
 *
 * <p>What is absent is left out, days are ISO 8601, languages BCP 47, and no number has an
 * exponent.
 */
public final class DecisionJson {
  private DecisionJson() {}

  /** A mapper that writes decisions. */
  public static ObjectMapper mapper() {
    return configure(new ObjectMapper());
  }

  /** Teaches a mapper that somebody else made to write decisions, and returns it. */
  public static ObjectMapper configure(ObjectMapper mapper) {
    return mapper
        .registerModule(new JavaTimeModule())
        .registerModule(new SimpleModule("languages").addSerializer(new LanguageTag()))
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true)
        .setSerializationInclusion(JsonInclude.Include.NON_NULL);
  }

  private static final class LanguageTag extends StdSerializer<Locale> {
    private static final long serialVersionUID = 1;

    private LanguageTag() {
      super(Locale.class);
    }

    @Override
    public void serialize(Locale locale, JsonGenerator json, SerializerProvider serializers)
        throws IOException {
      json.writeString(locale.toLanguageTag());
    }
  }
}
