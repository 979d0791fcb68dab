package io.redress.http.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.redress.security.audit.AuditEvent;
import java.time.Instant;

/** An audit event in the API. */
public record AuditAnswer(
    long number,
    Instant at,
    String who,
    String what,
    String subject,
    String address,
    String requestId,
    @JsonRawValue String details) {
  static AuditAnswer of(AuditEvent event) {
    return new AuditAnswer(
        event.number(),
        event.happenedAt(),
        event.who(),
        event.what(),
        event.subject(),
        event.address(),
        event.requestId(),
        event.details());
  }
}
