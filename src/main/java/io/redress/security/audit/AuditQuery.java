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
