package io.redress.platform.request;

import io.redress.platform.text.PlainId;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * What log lines say beside their text: which request they are about, and what of it.
 *
 * <p>What is set while a request is handled holds for all of its further lines, whichever thread
 * writes them, and for no other request's.
 */
public enum LogField {
  REQUEST_ID("requestId"),
  DISPUTE_ID("disputeId"),
  /** The version of the rule set that decides. */
  RULE_SET("ruleSet");

  private final String key;

  LogField(String key) {
    this.key = key;
  }

  /** As structured logs call it. */
  String key() {
    return key;
  }

  /** Sets the field; what could break a line or pass for another one is written as {@code ?}. */
  public void set(String value) {
    MDC.put(key, PlainId.masked(value));
  }

  /** Sets the field for a piece of work alone, such as that of a thread which serves them all. */
  public void during(String value, Runnable work) {
    @Nullable Object before = MDC.get(key);
    set(value);
    try {
      work.run();
    } finally {
      if (before == null) {
        MDC.remove(key);
      } else {
        MDC.put(key, before);
      }
    }
  }
}
