package io.redress.intake.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.domain.decision.DecisionJson;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes decisions as CloudEvents, which are the same each time that the same event is decided; and
 * events that cannot be decided as they came, with the problem in a header.
 */
@Singleton
class OutgoingRecords {
  static final String DECISION_MADE = "io.redress.decision.made";
  static final String SOURCE = "urn:redress:decisions";

  /** Headers of refused events. */
  static final String PROBLEM = "redress_problem";

  static final String RECORD = "redress_record";
  static final String OMITTED = "redress_omitted";

  private static final String JSON = "application/json";

  private final String decisions;
  private final String refused;

  OutgoingRecords(
      @ConfigProperty(name = "redress.stream.decisions") String decisions,
      @ConfigProperty(name = "redress.stream.refused") String refused) {
    this.decisions = decisions;
    this.refused = refused;
  }

  /**
   * @param answer the decision as JSON
   */
  ProducerRecord<byte[], byte[]> decided(DisputeEvent event, String answer) {
    JsonNode decision = DecisionJson.read(answer);
    String disputeId = decision.path("disputeId").textValue();
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("specversion", DisputeEvent.SPEC_VERSION);
    attributes.put("id", decision.path("decisionId").textValue());
    attributes.put("source", SOURCE);
    attributes.put("type", DECISION_MADE);
    attributes.put("subject", disputeId);
    attributes.put("time", decision.path("decidedAt").textValue());
    attributes.put("causationid", event.cause());
    if (event.correlation() != null) {
      attributes.put("correlationid", event.correlation());
    }
    boolean structured = event.format() == EventFormat.STRUCTURED;
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            decisions,
            utf8(disputeId),
            structured ? structured(attributes, decision) : utf8(answer));
    if (structured) {
      record.headers().add(DisputeEvent.CONTENT_TYPE, utf8(DisputeEvent.STRUCTURED_JSON));
    } else {
      record.headers().add(DisputeEvent.CONTENT_TYPE, utf8(JSON));
      attributes.forEach(
          (name, value) -> record.headers().add(DisputeEvent.ATTRIBUTE + name, utf8(value)));
    }
    return record;
  }

  private static byte[] structured(Map<String, String> attributes, JsonNode decision) {
    ObjectNode event = EventJson.object();
    attributes.forEach(event::put);
    event.put("datacontenttype", JSON);
    event.set("data", decision);
    return EventJson.write(event);
  }

  /** The record as it came, with the problem. */
  ProducerRecord<byte[], byte[]> refused(ConsumerRecord<byte[], byte[]> came, String problem) {
    ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(refused, came.key(), came.value());
    came.headers().forEach(record.headers()::add);
    // A record that was refused before and sent again has those of then.
    record.headers().remove(PROBLEM).remove(RECORD).remove(OMITTED);
    record.headers().add(PROBLEM, utf8(problem));
    record.headers().add(RECORD, utf8(DisputeEvent.recordId(came)));
    return record;
  }

  /**
   * The problem of a record that the topic of refused events cannot take as it came. Where it came
   * from is in the headers, so that it can be found there.
   */
  ProducerRecord<byte[], byte[]> refusedWithoutValue(ProducerRecord<byte[], byte[]> tooLarge) {
    Headers headers = tooLarge.headers();
    ObjectNode problem = (ObjectNode) DecisionJson.read(text(headers, PROBLEM));
    problem.remove("errors");
    ProducerRecord<byte[], byte[]> brief = new ProducerRecord<>(refused, tooLarge.key(), null);
    brief.headers().add(PROBLEM, EventJson.write(problem));
    brief.headers().add(RECORD, utf8(text(headers, RECORD)));
    brief.headers().add(OMITTED, utf8("true"));
    return brief;
  }

  /** The topics written to, and one more. */
  List<String> topicsWith(String disputes) {
    return List.of(disputes, decisions, refused);
  }

  boolean isRefusal(ProducerRecord<byte[], byte[]> record) {
    return record.topic().equals(refused);
  }

  private static String text(Headers headers, String name) {
    return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
