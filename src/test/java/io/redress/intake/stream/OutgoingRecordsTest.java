package io.redress.intake.stream;

import static io.redress.intake.stream.Records.header;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class OutgoingRecordsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ANSWER =
      """
      {"decisionId":"0199-1","disputeId":"D-1","decidedAt":"2026-03-05T08:00:00.500Z","n":5.50}""";

  private final OutgoingRecords records = new OutgoingRecords("decisions", "disputes-refused");

  @Test
  void decisionOnABinaryEventIsTheAnswerWithHeaders() throws Exception {
    Map<String, String> headers = new HashMap<>(Records.attributes("E-1"));
    headers.put("ce_correlationid", "flow-9");

    ProducerRecord<byte[], byte[]> out =
        records.decided(DisputeEvent.read(Records.of(Records.FACTS, headers)), ANSWER);

    assertThat(out.topic()).isEqualTo("decisions");
    assertThat(out.partition()).isNull();
    assertThat(out.key()).asString(StandardCharsets.UTF_8).isEqualTo("D-1");
    assertThat(out.value()).asString(StandardCharsets.UTF_8).isEqualTo(ANSWER);
    Map<String, String> sent = new HashMap<>();
    out.headers().forEach(one -> sent.put(one.key(), header(out.headers(), one.key())));
    assertThat(sent)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "content-type", "application/json",
                "ce_specversion", "1.0",
                "ce_id", "0199-1",
                "ce_source", "urn:redress:decisions",
                "ce_type", "io.redress.decision.made",
                "ce_subject", "D-1",
                "ce_time", "2026-03-05T08:00:00.500Z",
                "ce_causationid", "E-1",
                "ce_correlationid", "flow-9"));
  }

  @Test
  void decisionOnAStructuredEventIsOneJsonObject() throws Exception {
    ConsumerRecord<byte[], byte[]> came =
        Records.of(
            "{\"specversion\":\"1.0\",\"id\":\"E-1\",\"source\":\"s\",\"type\":\"t\",\"data\":{}}",
            Map.of("content-type", "application/cloudevents+json"));

    ProducerRecord<byte[], byte[]> out = records.decided(DisputeEvent.read(came), ANSWER);

    assertThat(header(out.headers(), "content-type")).isEqualTo("application/cloudevents+json");
    assertThat(out.headers()).hasSize(1);
    assertThat(JSON.readTree(out.value()))
        .isEqualTo(
            JSON.readTree(
                """
                {"specversion": "1.0", "id": "0199-1", "source": "urn:redress:decisions",
                 "type": "io.redress.decision.made", "subject": "D-1",
                 "time": "2026-03-05T08:00:00.500Z", "causationid": "E-1",
                 "datacontenttype": "application/json", "data": %s}
                """
                    .formatted(ANSWER)));
  }

  @Test
  void refusedEventStaysAsItCame() {
    Map<String, String> headers = new HashMap<>(Records.attributes("E-1"));
    headers.put("redress_problem", "of an earlier refusal");
    ConsumerRecord<byte[], byte[]> came = Records.of("nonsense", headers);

    ProducerRecord<byte[], byte[]> out = records.refused(came, "{\"status\":400}");

    assertThat(out.topic()).isEqualTo("disputes-refused");
    assertThat(records.isRefusal(out)).isTrue();
    assertThat(out.key()).isEqualTo(came.key());
    assertThat(out.value()).isEqualTo(came.value());
    assertThat(header(out.headers(), "ce_id")).isEqualTo("E-1");
    assertThat(out.headers().headers("redress_problem")).hasSize(1);
    assertThat(header(out.headers(), "redress_problem")).isEqualTo("{\"status\":400}");
    assertThat(header(out.headers(), "redress_record")).isEqualTo("disputes:3:7");
  }

  @Test
  void refusedEventThatIsTooLargeLeavesItsProblem() {
    ConsumerRecord<byte[], byte[]> came = Records.of("nonsense", Records.attributes("E-1"));
    String problem = "{\"status\":400,\"detail\":\"d\",\"errors\":[{\"pointer\":\"\"}]}";

    ProducerRecord<byte[], byte[]> out =
        records.refusedWithoutValue(records.refused(came, problem));

    assertThat(records.isRefusal(out)).isTrue();
    assertThat(out.key()).isEqualTo(came.key());
    assertThat(out.value()).isNull();
    assertThat(header(out.headers(), "redress_problem"))
        .isEqualTo("{\"status\":400,\"detail\":\"d\"}");
    assertThat(header(out.headers(), "redress_record")).isEqualTo("disputes:3:7");
    assertThat(header(out.headers(), "redress_omitted")).isEqualTo("true");
    assertThat(out.headers().lastHeader("ce_id")).isNull();
  }
}
