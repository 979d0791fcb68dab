package io.redress.console.rulesets;

import io.quarkus.qute.TemplateExtension;

/** Lets templates name the words for a closed set of states. */
@TemplateExtension
final class MessageKeys {
  private MessageKeys() {}

  /** Such as {@code rulesets.status_ACTIVE}. */
  static String keyIn(Enum<?> state, String kind) {
    return kind + "_" + state.name();
  }
}
