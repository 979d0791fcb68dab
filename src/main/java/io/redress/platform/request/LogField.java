package io.redress.platform.request;

import io.redress.platform.text.PlainId;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Fields of log lines that say which request a line is about.
 *
 * <p>A field set while a request is handled applies to all later lines of that request, on any
 * thread, and to no other request.
 */
public enum LogField {
  REQUEST_ID("requestId"),
  DISPUTE_ID("disputeId"),
  /** The version of the active rule set. */
  RULE_SET("ruleSet");

  private final String key;

  LogField(String key) {
    this.key = key;
  }

  /** Returns the name in structured logs. */
  String key() {
    return key;
  }

  /** Sets the field. Characters that could break or forge a log line are replaced by {@code ?}. */
  public void set(String value) {
    MDC.put(key, PlainId.masked(value));
  }

  /** Sets the field while a task runs, on a thread that many requests share. */
  public void during(String value, Runnable task) {
    @Nullable Object before = MDC.get(key);
    set(value);
    try {
      task.run();
    } finally {
      if (before == null) {
        MDC.remove(key);
      } else {
        MDC.put(key, before);
      }
    }
  }
}
