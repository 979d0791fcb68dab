package io.redress.http.openapi;

import io.redress.domain.decision.Action;
import io.redress.domain.dispute.ActionType;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Discriminator;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The forms of an action, which its {@code type} tells apart. */
final class ActionForms {
  private static final String TYPE = "type";

  private ActionForms() {}

  /** Describes {@link Action} as one of its forms. */
  static void describe(Schema action, ComponentSchemas schemas, Components components) {
    Discriminator byType = OASFactory.createDiscriminator().propertyName(TYPE);
    types()
        .forEach(
            (form, types) -> {
              Schema reference = schemas.of(form);
              Schema described =
                  Objects.requireNonNull(components.getSchemas().get(ComponentSchemas.name(form)));
              Schema type = ComponentSchemas.schema(SchemaType.STRING);
              types.forEach(one -> type.addEnumeration(one.name()));
              described.addProperty(TYPE, type);
              if (described.getRequired() == null || !described.getRequired().contains(TYPE)) {
                described.addRequired(TYPE);
              }
              action.addOneOf(reference);
              types.forEach(one -> byType.addMapping(one.name(), reference.getRef()));
            });
    action.setDiscriminator(byType);
  }

  /** The types of each form: named like it, those that refund, and the remaining ones. */
  static Map<Class<?>, Set<ActionType>> types() {
    Map<Class<?>, Set<ActionType>> types = new LinkedHashMap<>();
    Set<ActionType> remaining = EnumSet.allOf(ActionType.class);
    for (Class<?> form : Action.class.getPermittedSubclasses()) {
      Set<ActionType> own = EnumSet.noneOf(ActionType.class);
      for (ActionType type : ActionType.values()) {
        if (form == Action.Refunding.class
            ? type.refunds()
            : type.name().equals(constant(form.getSimpleName()))) {
          own.add(type);
        }
      }
      types.put(form, own);
      remaining.removeAll(own);
    }
    types.put(Action.Plain.class, remaining);
    return types;
  }

  /** {@code SEND_PART} for {@code SendPart}. */
  private static String constant(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }
}
