package io.redress.security.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Criteria of a search in the audit log; null where any value matches.
 *
 * @param from the first instant
 * @param to the instant after the last
 */
public record AuditQuery(
    @Nullable String who,
    @Nullable AuditAction what,
    @Nullable Instant from,
    @Nullable Instant to) {

  /** Those of these events that happened at an instant or later. */
  public AuditQuery from(Instant first) {
    Instant later = from == null || first.isAfter(from) ? first : from;
    return new AuditQuery(who, what, later, to);
  }

  /** Those of these events that happened before an instant. */
  public AuditQuery to(Instant end) {
    Instant earlier = to == null || end.isBefore(to) ? end : to;
    return new AuditQuery(who, what, from, earlier);
  }

  /** Returns the SQL condition. Values of clients are bound, not inserted. */
  String condition() {
    List<String> conditions =
        Stream.of(
                who == null ? null : "who = :who",
                what == null ? null : "what = :what",
                from == null ? null : "happened_at >= :from",
                to == null ? null : "happened_at < :to")
            .flatMap(Stream::ofNullable)
            .collect(Collectors.toList());
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    if (who != null) {
      values.put("who", who);
    }
    if (what != null) {
      values.put("what", what.name());
    }
    if (from != null) {
      values.put("from", from.atOffset(ZoneOffset.UTC));
    }
    if (to != null) {
      values.put("to", to.atOffset(ZoneOffset.UTC));
    }
    return values;
  }
}
