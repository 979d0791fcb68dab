package io.redress.intake.stream;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Records of the topic of disputes. */
final class Records {
  static final String FACTS = "{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\"}";

  private Records() {}

  static ConsumerRecord<byte[], byte[]> of(@Nullable String value, Map<String, String> headers) {
    return of(7, value == null ? null : utf8(value), headers);
  }

  static ConsumerRecord<byte[], byte[]> of(
      long offset, byte @Nullable [] value, Map<String, String> headers) {
    Headers sent = new RecordHeaders();
    headers.forEach((name, text) -> sent.add(name, utf8(text)));
    return new ConsumerRecord<>(
        "disputes",
        3,
        offset,
        1_772_000_000_000L,
        TimestampType.CREATE_TIME,
        3,
        value == null ? 0 : value.length,
        utf8("D-1"),
        value,
        sent,
        Optional.empty());
  }

  /** The headers of a binary CloudEvent. */
  static Map<String, String> attributes(String id) {
    return Map.of(
        "content-type", "application/json",
        "ce_specversion", "1.0",
        "ce_id", id,
        "ce_source", "/shop",
        "ce_type", "com.example.dispute.opened");
  }

  static String header(Headers headers, String name) {
    return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
