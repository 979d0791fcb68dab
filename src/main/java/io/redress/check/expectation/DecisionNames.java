package io.redress.check.expectation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.DecisionJson;
import io.redress.domain.dispute.Dispute;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The member names of decisions and facts in JSON, to find misspelt expectations when they are
 * read.
 */
final class DecisionNames {
  /** The members whose value identifies an object; a case may write that value for the object. */
  private static final List<String> NAMES_OF_OBJECTS = List.of("type", "code", "rule");

  private static final ObjectMapper MAPPER = DecisionJson.mapper();
  private static final Map<JavaType, Map<String, JavaType>> FIELDS = new ConcurrentHashMap<>();

  private DecisionNames() {}

  static JavaType decision() {
    return MAPPER.constructType(Decision.class);
  }

  static JavaType facts() {
    return MAPPER.constructType(Dispute.class);
  }

  /**
   * Whether values of the type are JSON objects; records written as one value, such as countries,
   * are not.
   */
  static boolean isObject(JavaType type) {
    return type.getRawClass().isSealed()
        || type.isRecordType()
            && MAPPER.getSerializationConfig().introspect(type).findJsonValueAccessor() == null;
  }

  /** Whether an object has members of any name: those of the seller's own. */
  static boolean hasAnyMember(JavaType type) {
    return type.isMapLikeType();
  }

  /** The members of an object, or of all its subtypes. */
  static Map<String, JavaType> fields(JavaType type) {
    Map<String, JavaType> known = FIELDS.get(type);
    if (known == null) {
      known = found(type);
      FIELDS.put(type, known);
    }
    return known;
  }

  /** The member that identifies objects of this type; null if there is none. */
  static @Nullable String nameOf(JavaType type) {
    return NAMES_OF_OBJECTS.stream().filter(fields(type)::containsKey).findFirst().orElse(null);
  }

  /** Whether the expectation at a dotted name is a list. */
  static boolean holdsSeveral(String name) {
    JavaType type = decision();
    String last = "";
    for (String step : name.split("\\.", -1)) {
      last = step;
      type = fields(type).getOrDefault(step, type);
    }
    return ExpectationReader.OPERATORS.contains(last)
        ? ExpectationReader.LISTS.contains(last)
        : type.isCollectionLikeType();
  }

  private static Map<String, JavaType> found(JavaType type) {
    Map<String, JavaType> fields = new LinkedHashMap<>();
    if (type.getRawClass().isSealed()) {
      for (Class<?> form : type.getRawClass().getPermittedSubclasses()) {
        fields.putAll(fields(MAPPER.constructType(form)));
      }
      return fields;
    }
    if (!isObject(type)) {
      return fields;
    }
    for (BeanPropertyDefinition property :
        MAPPER.getSerializationConfig().introspect(type).findProperties()) {
      if (property.getAccessor().hasAnnotation(JsonUnwrapped.class)) {
        fields.putAll(fields(property.getPrimaryType()));
      } else {
        fields.put(property.getName(), property.getPrimaryType());
      }
    }
    return fields;
  }
}
