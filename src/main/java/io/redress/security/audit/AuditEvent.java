package io.redress.security.audit;

import java.time.Instant;

/**
 * An event in the audit log.
 *
 * @param number grows with the time of writing
 * @param what such as {@code RULE_SET_ACTIVATED}
 * @param subject the object of the action, such as a version
 * @param address network address of the client; empty for this program itself
 * @param requestId empty when there was no request
 * @param details a JSON object
 */
public record AuditEvent(
    long number,
    Instant happenedAt,
    String who,
    String what,
    String subject,
    String address,
    String requestId,
    String details) {}
