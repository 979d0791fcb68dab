package io.redress.security.audit;

import java.time.Instant;

/**
 * Something that was done.
 *
 * @param number the larger, the later it was written
 * @param what such as {@code RULE_SET_ACTIVATED}
 * @param subject what it was done to, such as a version
 * @param address from where; empty when from inside
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
