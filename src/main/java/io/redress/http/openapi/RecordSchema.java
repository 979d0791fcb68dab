package io.redress.http.openapi;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.redress.domain.dispute.Country;
import io.redress.domain.dispute.Percentage;
import io.redress.domain.dispute.Range;
import io.redress.domain.dispute.Required;
import io.redress.domain.dispute.Text;
import io.redress.rules.table.OwnTerms;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The JSON schema of a record, with its constraints, so that both cannot diverge. */
final class RecordSchema {
  private static final Map<Class<?>, String> TEXTS =
      Map.of(
          LocalDate.class, "date",
          Instant.class, "date-time",
          UUID.class, "uuid",
          Currency.class, "iso-4217",
          Country.class, "iso-3166-1-alpha-2",
          Locale.class, "bcp-47");

  private final boolean decimalsAsText;

  private RecordSchema(boolean decimalsAsText) {
    this.decimalsAsText = decimalsAsText;
  }

  /** The schema of a request: no additional fields, and decimals as strings. */
  static Schema ofRequest(Class<? extends Record> type) {
    return new RecordSchema(true).of(type).additionalPropertiesBoolean(false);
  }

  /** The schema of an answer. */
  static Schema ofAnswer(Class<? extends Record> type) {
    return new RecordSchema(false).of(type);
  }

  private Schema of(Class<?> type) {
    if (TEXTS.containsKey(type)) {
      return schema(SchemaType.STRING).format(TEXTS.get(type));
    }
    if (type.isRecord()) {
      return members(schema(SchemaType.OBJECT), type);
    }
    if (type.isSealed()) {
      Schema choice = OASFactory.createSchema();
      Arrays.stream(type.getPermittedSubclasses()).map(this::of).forEach(choice::addAnyOf);
      return choice;
    }
    if (type.isEnum()) {
      Schema words = schema(SchemaType.STRING);
      Arrays.stream(type.getEnumConstants()).map(Object::toString).forEach(words::addEnumeration);
      return words;
    }
    return schema(plain(type));
  }

  private SchemaType plain(Class<?> type) {
    if (type == Boolean.class || type == boolean.class) {
      return SchemaType.BOOLEAN;
    }
    if (type == Integer.class || type == int.class) {
      return SchemaType.INTEGER;
    }
    return type == BigDecimal.class && !decimalsAsText ? SchemaType.NUMBER : SchemaType.STRING;
  }

  private Schema members(Schema object, Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
        unwrapped(component.getType()).forEach(part -> members(object, part));
      } else if (!component.getAccessor().isAnnotationPresent(JsonIgnore.class)) {
        object.addProperty(component.getName(), member(component));
      }
      if (component.isAnnotationPresent(Required.class)) {
        object.addRequired(component.getName());
      }
    }
    return object;
  }

  /** An unwrapped object has the members of any of its forms. */
  private static List<Class<?>> unwrapped(Class<?> type) {
    return type.isSealed() ? List.of(type.getPermittedSubclasses()) : List.of(type);
  }

  private Schema member(RecordComponent component) {
    if (component.getType() == Map.class) {
      return map(component.getName());
    }
    if (Collection.class.isAssignableFrom(component.getType())) {
      Type element = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
      return schema(SchemaType.ARRAY).items(of((Class<?>) element));
    }
    JsonFormat format = component.getAccessor().getAnnotation(JsonFormat.class);
    return format != null && format.shape() == JsonFormat.Shape.STRING
        ? schema(SchemaType.STRING)
        : constrained(of(component.getType()), component);
  }

  private static Schema map(String name) {
    Schema object = schema(SchemaType.OBJECT);
    return name.equals(OwnTerms.MEMBER)
        ? object
            .description(
                "Your own, by the names and types that "
                    + OwnTerms.FILE
                    + " of the rule set declares")
            .additionalPropertiesSchema(
                OASFactory.createSchema()
                    .type(List.of(SchemaType.STRING, SchemaType.NUMBER, SchemaType.BOOLEAN)))
        : object.additionalPropertiesBoolean(true);
  }

  private static Schema constrained(Schema schema, RecordComponent component) {
    Range range = component.getAnnotation(Range.class);
    if (range != null && component.getType() == Integer.class) {
      schema.minimum(BigDecimal.valueOf(range.min())).maximum(BigDecimal.valueOf(range.max()));
    }
    if (component.isAnnotationPresent(Percentage.class)) {
      schema.type(List.of(SchemaType.NUMBER)).minimum(BigDecimal.valueOf(range.min()));
      return schema.maximum(BigDecimal.valueOf(range.max()));
    }
    if (range != null && component.getType() == BigDecimal.class) {
      schema.pattern("^" + Range.DECIMAL + "$");
    }
    Text text = component.getAnnotation(Text.class);
    if (text != null) {
      schema.maxLength(text.max()).pattern("^" + text.pattern() + "$");
    }
    return schema;
  }

  private static Schema schema(SchemaType type) {
    return OASFactory.createSchema().type(List.of(type));
  }
}
