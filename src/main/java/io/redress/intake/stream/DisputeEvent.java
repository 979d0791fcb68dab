package io.redress.intake.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.domain.dispute.DisputeReader;
import io.redress.platform.text.EscapedText;
import io.redress.platform.text.PlainId;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record of the topic of disputes: a CloudEvent 1.0 in binary or structured mode, as the Kafka
 * protocol binding defines them, or plain facts.
 *
 * @param key the same for the same event, wherever it is
 * @param cause the id of the event, or of the record if it is no CloudEvent
 * @param correlation the attribute {@code correlationid}, for the decision
 */
record DisputeEvent(
    EventFormat format, String key, String cause, @Nullable String correlation, byte[] facts) {
  static final String CONTENT_TYPE = "content-type";
  static final String ATTRIBUTE = "ce_";
  static final String SPEC_VERSION = "1.0";
  static final String STRUCTURED_JSON = "application/cloudevents+json";

  /** Room for an envelope around facts of any allowed length, also in Base64. */
  static final int MAX_ENVELOPE = 2 * DisputeReader.MAX_BYTES;

  private static final int MAX_ATTRIBUTE = 1_000;
  private static final String CLOUD_EVENTS = "application/cloudevents";
  private static final Pattern JSON =
      Pattern.compile(
          "\\s*(?:application/json|text/json|[^/;\\s]+/[^/;\\s]+[+]json)"
              + "\\s*(?:;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?",
          Pattern.CASE_INSENSITIVE);

  /** Where a record is: the id of its request in logs and in the journal. */
  static String recordId(ConsumerRecord<byte[], byte[]> record) {
    String place = ":" + record.partition() + ":" + record.offset();
    String topic = record.topic();
    int room = PlainId.MAX_LENGTH - place.length();
    return (topic.length() <= room ? topic : topic.substring(0, room)) + place;
  }

  /**
   * @throws InvalidEventException if the record is neither a CloudEvent nor can have facts
   */
  static DisputeEvent read(ConsumerRecord<byte[], byte[]> record) throws InvalidEventException {
    byte[] value = record.value();
    if (value == null) {
      throw new InvalidEventException("The record has no value. Send the facts of a dispute.");
    }
    String type = header(record, CONTENT_TYPE);
    if (type != null && type.strip().toLowerCase(Locale.ROOT).startsWith(CLOUD_EVENTS)) {
      return structured(value, type);
    }
    if (hasAttributes(record)) {
      return binary(record, value, type);
    }
    checkJson(type, CONTENT_TYPE);
    String id = recordId(record);
    // A topic that was deleted and created again has the same offsets.
    String key = record.topic() + id + "@" + record.timestamp();
    return new DisputeEvent(EventFormat.PLAIN, "record " + key, id, null, value);
  }

  private static DisputeEvent binary(
      ConsumerRecord<byte[], byte[]> record, byte[] value, @Nullable String type)
      throws InvalidEventException {
    Attributes attributes = new Attributes(ATTRIBUTE, name -> header(record, ATTRIBUTE + name));
    attributes.check();
    checkJson(type, CONTENT_TYPE);
    return attributes.event(EventFormat.BINARY, value);
  }

  private static DisputeEvent structured(byte[] value, String type) throws InvalidEventException {
    if (!type.strip()
        .toLowerCase(Locale.ROOT)
        .matches(
            Pattern.quote(STRUCTURED_JSON) + "\\s*(?:;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?")) {
      throw new InvalidEventException(
          "The content-type "
              + EscapedText.brief(type)
              + " is not supported. Send "
              + STRUCTURED_JSON
              + " in UTF-8, or attributes as headers.");
    }
    ObjectNode envelope = envelope(value);
    Attributes attributes = new Attributes("", name -> member(envelope, name));
    attributes.check();
    checkJson(member(envelope, "datacontenttype"), "datacontenttype");
    return attributes.event(EventFormat.STRUCTURED, data(envelope));
  }

  private static ObjectNode envelope(byte[] value) throws InvalidEventException {
    if (value.length > MAX_ENVELOPE) {
      throw new InvalidEventException(
          "The event is longer than " + MAX_ENVELOPE + " bytes. Send less.");
    }
    JsonNode tree;
    try {
      tree = EventJson.read(value);
    } catch (CharacterCodingException foreign) {
      throw new InvalidEventException("The event is not UTF-8. Send it as UTF-8.");
    } catch (JsonProcessingException broken) {
      var place = broken.getLocation();
      throw new InvalidEventException(
          "The event is not JSON"
              + (place == null
                  ? ""
                  : " at line " + place.getLineNr() + ", column " + place.getColumnNr())
              + ". Send one JSON object, as "
              + STRUCTURED_JSON
              + " has it.");
    }
    if (!(tree instanceof ObjectNode envelope)) {
      throw new InvalidEventException("The event is not a JSON object.");
    }
    return envelope;
  }

  private static byte[] data(ObjectNode envelope) throws InvalidEventException {
    JsonNode data = envelope.get("data");
    JsonNode binary = envelope.get("data_base64");
    if (data == null == (binary == null)) {
      throw new InvalidEventException(
          "The event needs either data or data_base64. Put the facts into data.");
    }
    if (data != null) {
      return EventJson.write(data);
    }
    try {
      return Base64.getDecoder().decode(binary.isTextual() ? binary.textValue() : "-");
    } catch (IllegalArgumentException malformed) {
      throw new InvalidEventException("data_base64 is not Base64. Put the facts into data.");
    }
  }

  /** The attributes of a CloudEvent, wherever they are. */
  private record Attributes(String prefix, Function<String, @Nullable String> values) {

    void check() throws InvalidEventException {
      String version = required("specversion");
      if (!version.equals(SPEC_VERSION)) {
        throw new InvalidEventException(
            prefix
                + "specversion "
                + EscapedText.brief(version)
                + " is not supported. Send "
                + SPEC_VERSION
                + ".");
      }
      required("type");
    }

    DisputeEvent event(EventFormat format, byte[] facts) throws InvalidEventException {
      String id = required("id");
      String source = required("source");
      String correlation = values.apply("correlationid");
      return new DisputeEvent(
          format,
          "event " + source.length() + ":" + source + id,
          id,
          correlation == null || correlation.length() > MAX_ATTRIBUTE ? null : correlation,
          facts);
    }

    private String required(String name) throws InvalidEventException {
      String value = values.apply(name);
      if (value == null || value.isBlank()) {
        throw new InvalidEventException(
            "The CloudEvent has no " + prefix + name + ". Set it, as CloudEvents 1.0 requires.");
      }
      if (value.length() > MAX_ATTRIBUTE) {
        throw new InvalidEventException(
            prefix + name + " is longer than " + MAX_ATTRIBUTE + " characters. Shorten it.");
      }
      return value;
    }
  }

  private static void checkJson(@Nullable String type, String name) throws InvalidEventException {
    if (type != null && !JSON.matcher(type).matches()) {
      throw new InvalidEventException(
          "The "
              + name
              + " "
              + EscapedText.brief(type)
              + " is not supported. Send application/json in UTF-8.");
    }
  }

  private static boolean hasAttributes(ConsumerRecord<byte[], byte[]> record) {
    for (Header header : record.headers()) {
      if (header.key().startsWith(ATTRIBUTE)) {
        return true;
      }
    }
    return false;
  }

  /** The last value of a header; null if it is absent or not UTF-8. */
  private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    if (header == null || header.value() == null) {
      return null;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(header.value())).toString();
    } catch (CharacterCodingException foreign) {
      return null;
    }
  }

  private static @Nullable String member(ObjectNode envelope, String name) {
    JsonNode value = envelope.get(name);
    return value != null && value.isTextual() ? value.textValue() : null;
  }
}
