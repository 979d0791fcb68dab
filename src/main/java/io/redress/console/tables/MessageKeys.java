package io.redress.console.tables;

import io.quarkus.qute.TemplateExtension;
import io.redress.lifecycle.Status;
import io.redress.table.HitPolicy;

/** Which texts say what values mean. */
@TemplateExtension
final class MessageKeys {
  private MessageKeys() {}

  static String policyKey(HitPolicy policy) {
    return "tables.policy." + policy.name();
  }

  static String statusKey(Status status) {
    return "tables.status." + status.name();
  }
}
