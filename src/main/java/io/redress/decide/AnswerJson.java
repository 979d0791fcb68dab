package io.redress.decide;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.NumberSerializer;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * How answers are written: unknown values left out, dates as ISO 8601, percentages as plain
 * numbers, languages as BCP 47.
 */
@Singleton
public class AnswerJson implements ObjectMapperCustomizer {
  @Override
  public void customize(ObjectMapper mapper) {
    mapper
        .setSerializationInclusion(JsonInclude.Include.NON_NULL)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .registerModule(
            new SimpleModule("answers")
                .addSerializer(BigDecimal.class, new PlainNumber())
                .addSerializer(Locale.class, new LanguageTag()));
  }

  /** 5 rather than 5.00 or 5E+0; where a member is annotated as a string, its own scale. */
  private static final class PlainNumber extends NumberSerializer {
    PlainNumber() {
      super(BigDecimal.class);
    }

    @Override
    public void serialize(Number number, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeNumber(((BigDecimal) number).stripTrailingZeros().toPlainString());
    }
  }

  private static final class LanguageTag extends StdScalarSerializer<Locale> {
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
