package io.redress.journal.read;

import io.redress.journal.write.CustomValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Criteria for decisions; null matches all.
 *
 * @param ruleSet version of the rule set that decided
 * @param from first instant, inclusive
 * @param before last instant, exclusive
 * @param text part of an id, a code, its label in any language, or a name, ignoring case
 * @param custom values of the seller's own facts and outcomes, by name without {@code custom.}
 */
public record SearchQuery(
    @Nullable String disputeId,
    @Nullable String resolution,
    @Nullable String ruleSet,
    @Nullable Instant from,
    @Nullable Instant before,
    @Nullable String text,
    Map<String, String> custom) {
  /** Matches all decisions. */
  public static final SearchQuery ALL = ofDispute(null);

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,20}([.]\\d{1,20})?");

  public SearchQuery {
    custom = Collections.unmodifiableMap(new TreeMap<>(custom));
  }

  /** Matches the decisions of a dispute. */
  static SearchQuery ofDispute(@Nullable String disputeId) {
    return new SearchQuery(disputeId, null, null, null, null, null, Map.of());
  }

  /** Those of these decisions that were taken before an instant. */
  public SearchQuery before(Instant instant) {
    Instant end = before == null || instant.isBefore(before) ? instant : before;
    return new SearchQuery(disputeId, resolution, ruleSet, from, end, text, custom);
  }

  private static final String SEARCHED =
      Stream.of(
              "dispute_id",
              "cast(decision_id as varchar(36))",
              "reason_code",
              "resolution",
              "caller",
              "request_id")
          .map(column -> "lower(" + column + ") like :text escape '!'")
          .collect(Collectors.joining(" or "));

  /**
   * The SQL condition; it has no text from clients, whose values are bound. It always has a first
   * instant, so that H2 uses the index that has the rows in order.
   */
  String condition() {
    List<String> all = new ArrayList<>(List.of("decided_at >= :from"));
    Stream.of(
            disputeId == null ? null : "dispute_id = :disputeId",
            resolution == null ? null : "resolution = :resolution",
            ruleSet == null ? null : "rule_set = :ruleSet",
            before == null ? null : "decided_at < :before",
            text == null ? null : "(" + SEARCHED + labelled(CodeLabels.containing(text)) + ")")
        .flatMap(Stream::ofNullable)
        .forEach(all::add);
    for (int i = 0; i < custom.size(); i++) {
      all.add(
          "decision_id in (select decision_id from journal_custom where custom_name = :name"
              + i
              + " and custom_value in (:value"
              + i
              + ", :plain"
              + i
              + "))");
    }
    return String.join(" and ", all);
  }

  /** The condition that a decision has one of these codes. */
  private static String labelled(Set<String> codes) {
    if (codes.isEmpty()) {
      return "";
    }
    String names =
        IntStream.range(0, codes.size())
            .mapToObj(number -> ":code" + number)
            .collect(Collectors.joining(", ", "(", ")"));
    return " or resolution in " + names + " or reason_code in " + names;
  }

  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    put(values, "disputeId", disputeId);
    put(values, "resolution", resolution);
    put(values, "ruleSet", ruleSet);
    Instant first = from == null ? Instant.EPOCH : from;
    put(values, "from", first.atOffset(ZoneOffset.UTC));
    put(values, "before", before == null ? null : before.atOffset(ZoneOffset.UTC));
    int i = 0;
    for (Map.Entry<String, String> own : custom.entrySet()) {
      String value = own.getValue();
      values.put("name" + i, own.getKey());
      values.put("value" + i, value);
      boolean number = NUMBER.matcher(value).matches();
      values.put("plain" + i, number ? CustomValue.plain(new BigDecimal(value)) : value);
      i++;
    }
    if (text != null) {
      values.put("text", "%" + literal(text) + "%");
      int number = 0;
      for (String code : CodeLabels.containing(text)) {
        values.put("code" + number++, code);
      }
    }
    return values;
  }

  private static void put(Map<String, Object> values, String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, value);
    }
  }

  private static String literal(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
  }
}
