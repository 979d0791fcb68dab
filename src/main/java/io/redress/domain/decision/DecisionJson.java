package io.redress.domain.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.NumberSerializer;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * How decisions are written as JSON and read again: in answers, the journal and test cases.
 *
 * <p>Absent values are omitted; days are ISO 8601, languages BCP 47, percentages plain numbers.
 */
public final class DecisionJson {
  private static final ObjectMapper JSON =
      mapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private DecisionJson() {}

  /**
   * Reads JSON that this program wrote; numbers keep all their digits.
   *
   * @throws IllegalStateException when it is not JSON
   */
  public static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException changed) {
      throw new IllegalStateException(changed);
    }
  }

  /** Writes a decision, or a part of one. */
  public static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Returns a new mapper that writes decisions. */
  public static ObjectMapper mapper() {
    return configure(new ObjectMapper())
        // else a tree has 1E+2 for 100
        .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
  }

  /** Configures an existing mapper to write decisions, and returns it. */
  public static ObjectMapper configure(ObjectMapper mapper) {
    return mapper
        .registerModule(new JavaTimeModule())
        .registerModule(
            new SimpleModule("decisions")
                .addSerializer(BigDecimal.class, new PlainNumber())
                .addSerializer(Locale.class, new LanguageTag()))
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .setSerializationInclusion(JsonInclude.Include.NON_NULL);
  }

  /** Writes 5 rather than 5.00 or 5E+0. Members annotated as strings keep their scale. */
  private static final class PlainNumber extends NumberSerializer {
    private static final long serialVersionUID = 1;

    PlainNumber() {
      super(BigDecimal.class);
    }

    @Override
    public void serialize(Number number, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      BigDecimal shortest = ((BigDecimal) number).stripTrailingZeros();
      json.writeNumber(shortest.setScale(Math.max(0, shortest.scale())));
    }
  }

  private static final class LanguageTag extends StdScalarSerializer<Locale> {
    private static final long serialVersionUID = 1;

    LanguageTag() {
      super(Locale.class);
    }

    @Override
    public void serialize(Locale locale, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(locale.toLanguageTag());
    }
  }
}
