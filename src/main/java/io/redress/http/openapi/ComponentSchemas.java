package io.redress.http.openapi;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.domain.decision.Action;
import io.redress.domain.dispute.Country;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.Percentage;
import io.redress.domain.dispute.Range;
import io.redress.domain.dispute.Required;
import io.redress.domain.dispute.Text;
import io.redress.rules.table.OwnTerms;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/**
 * The JSON schemas of the API's records, with their constraints, so that both cannot diverge. Each
 * record and enum is a component, to which others refer.
 */
final class ComponentSchemas {
  private static final Map<Class<?>, String> TEXTS =
      Map.of(
          LocalDate.class, "date",
          Instant.class, "date-time",
          UUID.class, "uuid",
          Currency.class, "iso-4217",
          Country.class, "iso-3166-1-alpha-2",
          Locale.class, "bcp-47");

  /** A member of requests: the facts of a dispute, as for a decision. */
  private static final String FACTS = "facts";

  private final Components components;
  private final boolean request;

  private ComponentSchemas(Components components, boolean request) {
    this.components = components;
    this.request = request;
  }

  /** Schemas of requests: no additional members, and decimals as strings. */
  static ComponentSchemas ofRequests(Components components) {
    return new ComponentSchemas(components, true);
  }

  /** Schemas of answers, whose members are required unless they may be null. */
  static ComponentSchemas ofAnswers(Components components) {
    return new ComponentSchemas(components, false);
  }

  /** The schema of a type; records and enums become components unless they are already. */
  Schema of(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return generic.getRawType() == Map.class ? map(arguments[1]) : list(of(arguments[0]));
    }
    Class<?> plain = (Class<?>) type;
    Optional<Method> value =
        Arrays.stream(plain.getMethods())
            .filter(method -> method.isAnnotationPresent(JsonValue.class))
            .findFirst();
    if (value.isPresent()) {
      return of(value.get().getGenericReturnType());
    }
    if (TEXTS.containsKey(plain)) {
      return schema(SchemaType.STRING).format(TEXTS.get(plain));
    }
    return plain.isRecord() || plain.isEnum() || plain == Action.class
        ? component(plain)
        : scalar(plain);
  }

  static Schema list(Schema items) {
    return schema(SchemaType.ARRAY).items(items);
  }

  static Schema schema(SchemaType type) {
    return OASFactory.createSchema().type(List.of(type));
  }

  static Schema reference(String component) {
    return OASFactory.createSchema().ref(component);
  }

  private Schema component(Class<?> type) {
    String name = name(type);
    if (components.getSchemas() == null || !components.getSchemas().containsKey(name)) {
      Schema described =
          type == Action.class
              ? OASFactory.createSchema()
              : schema(type.isEnum() ? SchemaType.STRING : SchemaType.OBJECT);
      components.addSchema(name, described);
      if (type == Action.class) {
        ActionForms.describe(described, this, components);
      } else if (type.isEnum()) {
        Arrays.stream(type.getEnumConstants())
            .map(constant -> ((Enum<?>) constant).name())
            .forEach(described::addEnumeration);
      } else {
        members(described, type);
        if (request) {
          described.additionalPropertiesBoolean(false);
        }
      }
    }
    return reference(name);
  }

  /** {@code EvidenceType} for {@code Evidence.Type}. */
  static String name(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type.getSimpleName() : name(outer) + type.getSimpleName();
  }

  private Schema scalar(Class<?> type) {
    if (type == Boolean.class || type == boolean.class) {
      return schema(SchemaType.BOOLEAN);
    }
    if (type == Integer.class || type == int.class) {
      return schema(SchemaType.INTEGER).format("int32");
    }
    if (type == Long.class || type == long.class) {
      return schema(SchemaType.INTEGER).format("int64");
    }
    if (type == Object.class || type == JsonNode.class) {
      return OASFactory.createSchema();
    }
    if (type == ObjectNode.class) {
      return schema(SchemaType.OBJECT).additionalPropertiesBoolean(true);
    }
    return schema(type == BigDecimal.class && !request ? SchemaType.NUMBER : SchemaType.STRING);
  }

  private Schema map(Type values) {
    return schema(SchemaType.OBJECT).additionalPropertiesSchema(of(values));
  }

  private void members(Schema object, Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      Method accessor = component.getAccessor();
      if (accessor.isAnnotationPresent(JsonUnwrapped.class)) {
        unwrap(component.getType(), object);
      } else if (!accessor.isAnnotationPresent(JsonIgnore.class)) {
        Schema member = member(component);
        object.addProperty(component.getName(), member);
        if (request ? isRequired(component) : isAlwaysThere(component)) {
          object.addRequired(component.getName());
        }
      }
    }
  }

  /** Adds the members of any form of an unwrapped object; those of all forms are required. */
  private void unwrap(Class<?> type, Schema object) {
    if (!type.isSealed()) {
      members(object, type);
      return;
    }
    Set<String> required = null;
    for (Class<?> form : type.getPermittedSubclasses()) {
      Schema described = OASFactory.createSchema();
      members(described, form);
      described.getProperties().forEach(object::addProperty);
      Set<String> own = new LinkedHashSet<>(described.getRequired());
      if (required == null) {
        required = own;
      } else {
        required.retainAll(own);
      }
    }
    Stream.ofNullable(required).flatMap(Set::stream).forEach(object::addRequired);
  }

  private static boolean isRequired(RecordComponent component) {
    JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
    return component.isAnnotationPresent(Required.class)
        || (property != null && property.required());
  }

  private static boolean isAlwaysThere(RecordComponent component) {
    JsonInclude.Include include = inclusion(component);
    return include == JsonInclude.Include.ALWAYS
        || (include != JsonInclude.Include.NON_EMPTY && !isNullable(component));
  }

  private static JsonInclude.Include inclusion(RecordComponent component) {
    JsonInclude own = component.getAccessor().getAnnotation(JsonInclude.class);
    JsonInclude all = component.getDeclaringRecord().getAnnotation(JsonInclude.class);
    JsonInclude effective = own == null ? all : own;
    return effective == null ? JsonInclude.Include.NON_NULL : effective.value();
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private Schema member(RecordComponent component) {
    Method accessor = component.getAccessor();
    if (accessor.isAnnotationPresent(JsonRawValue.class)) {
      return schema(SchemaType.OBJECT).additionalPropertiesBoolean(true);
    }
    if (component.getName().equals(OwnTerms.MEMBER)) {
      return own();
    }
    if (component.getName().equals(FACTS) && component.getType() == ObjectNode.class) {
      return of(Dispute.class);
    }
    JsonFormat format = accessor.getAnnotation(JsonFormat.class);
    Schema member =
        format != null && format.shape() == JsonFormat.Shape.STRING
            ? schema(SchemaType.STRING)
            : constrained(of(component.getGenericType()), component);
    boolean asNull =
        !request
            && isNullable(component)
            && inclusion(component) == JsonInclude.Include.ALWAYS
            && member.getType() != null;
    return asNull ? member.addType(SchemaType.NULL) : member;
  }

  private static Schema own() {
    return schema(SchemaType.OBJECT)
        .description(
            "Your own, by the names and types that " + OwnTerms.FILE + " of the rule set declares")
        .additionalPropertiesSchema(
            OASFactory.createSchema()
                .type(List.of(SchemaType.STRING, SchemaType.NUMBER, SchemaType.BOOLEAN)));
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
}
