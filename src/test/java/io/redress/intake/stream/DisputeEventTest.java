package io.redress.intake.stream;

import static io.redress.intake.stream.Records.FACTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisputeEventTest {
  private static final String STRUCTURED = "application/cloudevents+json";

  @Test
  void binaryEventHasItsFactsAsTheyAre() throws Exception {
    Map<String, String> headers = new HashMap<>(Records.attributes("E-1"));
    headers.put("ce_correlationid", "flow-9");

    DisputeEvent event = DisputeEvent.read(Records.of(FACTS, headers));

    assertThat(event.format()).isEqualTo(EventFormat.BINARY);
    assertThat(event.cause()).isEqualTo("E-1");
    assertThat(event.correlation()).isEqualTo("flow-9");
    assertThat(text(event)).isEqualTo(FACTS);
  }

  @Test
  void structuredEventHasItsDataWithAllDigits() throws Exception {
    DisputeEvent event =
        DisputeEvent.read(
            structured("\"data\": {\"custom\": {\"share\": 0.10000000000000000001}}"));

    assertThat(event.format()).isEqualTo(EventFormat.STRUCTURED);
    assertThat(event.cause()).isEqualTo("E-1");
    assertThat(text(event)).isEqualTo("{\"custom\":{\"share\":0.10000000000000000001}}");
  }

  @Test
  void structuredEventCanHaveItsDataInBase64() throws Exception {
    String data = Base64.getEncoder().encodeToString(Records.utf8(FACTS));

    assertThat(text(DisputeEvent.read(structured("\"data_base64\": \"" + data + "\""))))
        .isEqualTo(FACTS);
  }

  @Test
  void plainFactsAreTheEventOfTheirRecord() throws Exception {
    DisputeEvent event = DisputeEvent.read(Records.of(FACTS, Map.of()));

    assertThat(event.format()).isEqualTo(EventFormat.PLAIN);
    assertThat(event.cause()).isEqualTo("disputes:3:7");
    assertThat(event.key()).contains("disputes:3:7").contains("1772000000000");
    assertThat(event.correlation()).isNull();
  }

  @Test
  void keyIsThatOfSourceAndIdWhereverTheEventIs() throws Exception {
    DisputeEvent first = DisputeEvent.read(Records.of(1, utf8(FACTS), Records.attributes("E-1")));
    DisputeEvent again = DisputeEvent.read(Records.of(9, utf8(FACTS), Records.attributes("E-1")));
    DisputeEvent other = DisputeEvent.read(Records.of(1, utf8(FACTS), Records.attributes("E-2")));

    assertThat(again.key()).isEqualTo(first.key());
    assertThat(other.key()).isNotEqualTo(first.key());
    assertThat(DisputeEvent.read(structured("\"data\": {}")).key()).isEqualTo(first.key());
    assertThat(key("/shop", "1")).isNotEqualTo(key("/sho", "p1"));
  }

  private static String key(String source, String id) throws InvalidEventException {
    Map<String, String> headers = new HashMap<>(Records.attributes(id));
    headers.put("ce_source", source);
    return DisputeEvent.read(Records.of(FACTS, headers)).key();
  }

  @ParameterizedTest
  @CsvSource({
    "ce_specversion, 0.3, ce_specversion 0.3 is not supported. Send 1.0.",
    "ce_id, '', 'The CloudEvent has no ce_id. Set it, as CloudEvents 1.0 requires.'",
    "ce_source, ' ', 'The CloudEvent has no ce_source. Set it, as CloudEvents 1.0 requires.'",
    "ce_type, '', 'The CloudEvent has no ce_type. Set it, as CloudEvents 1.0 requires.'",
    "content-type, text/plain, 'The content-type text/plain is not supported. Send application/json"
        + " in UTF-8.'",
    "content-type, application/json; charset=latin1, 'The content-type application/json;"
        + " charset=latin1 is not supported. Send application/json in UTF-8.'",
    "content-type, application/cloudevents-batch+json, 'The content-type"
        + " application/cloudevents-batch+json is not supported. Send application/cloudevents+json"
        + " in UTF-8, or attributes as headers.'"
  })
  void wrongAttributesAreNamed(String name, String value, String message) {
    Map<String, String> headers = new HashMap<>(Records.attributes("E-1"));
    headers.put(name, value);

    assertRefused(Records.of(FACTS, headers), message);
  }

  @Test
  void attributesHaveALimitAndTheirValueStaysOut() {
    Map<String, String> headers = new HashMap<>(Records.attributes("E-1"));
    headers.put("ce_id", "x".repeat(1_001));

    assertRefused(Records.of(FACTS, headers), "ce_id is longer than 1000 characters. Shorten it.");
  }

  @ParameterizedTest
  @CsvSource({
    "nonsense, The event is not JSON at line 1",
    "[], The event is not a JSON object.",
    "'{\"id\": 1}', The CloudEvent has no specversion.",
    "'{\"specversion\": \"1.0\", \"specversion\": \"1.0\"}', The event is not JSON at line 1"
  })
  void malformedEnvelopesAreRefused(String value, String message) {
    assertRefused(Records.of(value, Map.of("content-type", STRUCTURED)), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"more\": 1", "\"data\": {}, \"data_base64\": \"e30=\""})
  void envelopeNeedsDataOnce(String members) {
    assertRefused(structured(members), "The event needs either data or data_base64.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"data_base64\": \"?\"", "\"data_base64\": 7"})
  void dataInBase64IsBase64(String members) {
    assertRefused(structured(members), "data_base64 is not Base64. Put the facts into data.");
  }

  @Test
  void envelopesThatAreTooLongAreNotParsed() {
    byte[] value = new byte[DisputeEvent.MAX_ENVELOPE + 1];

    assertRefused(
        Records.of(1, value, Map.of("content-type", STRUCTURED)),
        "The event is longer than 524288 bytes. Send less.");
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    byte[] latin1 = {'{', (byte) 0xe9};

    assertRefused(
        Records.of(1, latin1, Map.of("content-type", STRUCTURED)),
        "The event is not UTF-8. Send it as UTF-8.");
  }

  @Test
  void recordsWithoutAValueAreRefused() {
    assertRefused(
        Records.of(null, Map.of()), "The record has no value. Send the facts of a dispute.");
  }

  @Test
  void recordIdOfALongTopicIsStillAnId() {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>("t".repeat(249), 12, 3_456_789L, new byte[0], new byte[0]);

    assertThat(DisputeEvent.recordId(record)).hasSize(64).endsWith("t:12:3456789");
  }

  private static ConsumerRecord<byte[], byte[]> structured(String members) {
    return Records.of(
        """
        {"specversion": "1.0", "id": "E-1", "source": "/shop", "type": "opened", %s}
        """
            .formatted(members),
        Map.of("content-type", STRUCTURED + "; charset=UTF-8"));
  }

  private static void assertRefused(ConsumerRecord<byte[], byte[]> record, String message) {
    assertThatThrownBy(() -> DisputeEvent.read(record))
        .isInstanceOf(InvalidEventException.class)
        .hasMessageStartingWith(message);
  }

  private static String text(DisputeEvent event) {
    return new String(event.facts(), StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return Records.utf8(text);
  }
}
