package io.redress.intake.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class EventBatchTest {
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final StreamStatus status = new StreamStatus(metrics);
  private final Journal journal = new Journal();
  private final AtomicInteger pauses = new AtomicInteger();
  private int maxPauses = 10;
  private final EventBatch batch =
      new EventBatch(
          journal,
          new OutgoingRecords("decisions", "disputes-refused"),
          status,
          () -> {
            journal.open = true;
            journal.batchSize = 1;
            return pauses.incrementAndGet() < maxPauses;
          });

  /** Decides when it is asked for the last event of a batch, so that all are in progress. */
  private static final class Journal implements DisputeDecider {
    private final List<String> begun = new ArrayList<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean open = true;
    private int failing;
    private int batchSize = 1;

    @Override
    public CompletableFuture<Outcome> decide(EventFacts facts) {
      begun.add(facts.recordId());
      if (!open) {
        return CompletableFuture.completedFuture(new Later("closed"));
      }
      CompletableFuture<Outcome> result = new CompletableFuture<>();
      boolean fails = failing-- > 0;
      waiting.add(() -> result.complete(fails ? new Later("failed") : decided(facts)));
      if (waiting.size() >= batchSize) {
        waiting.forEach(Runnable::run);
        waiting.clear();
      }
      return result;
    }

    private static Outcome decided(EventFacts facts) {
      String json = new String(facts.json(), StandardCharsets.UTF_8);
      return json.startsWith("{")
          ? new Decided(
              "{\"decisionId\":\"%s\",\"disputeId\":\"D\",\"decidedAt\":\"t\"}"
                  .formatted(facts.recordId()),
              json.contains("again"))
          : new Refused("{\"detail\":\"not JSON\"}");
    }

    @Override
    public Refused refuse(String detail) {
      return new Refused("{\"detail\":\"" + detail + "\"}");
    }
  }

  @Test
  void allAreInProgressAtTheSameTimeAndGoOutInTheirOrder() {
    journal.batchSize = 40;

    List<ProducerRecord<byte[], byte[]>> out =
        batch.decide(IntStream.range(0, 40).mapToObj(EventBatchTest::event).toList());

    assertThat(out)
        .extracting(record -> Records.header(record.headers(), "ce_id"))
        .containsExactlyElementsOf(
            IntStream.range(0, 40).mapToObj(offset -> "disputes:3:" + offset).toList());
  }

  @Test
  void oneThatIsRefusedStopsNoOther() {
    List<ProducerRecord<byte[], byte[]>> out =
        batch.decide(
            List.of(
                event(1),
                Records.of(2, Records.utf8("nonsense"), Map.of()),
                Records.of(3, null, Map.of()),
                Records.of(4, Records.utf8("{\"again\": 1}"), Map.of())));

    assertThat(out)
        .extracting(ProducerRecord::topic)
        .containsExactly("decisions", "disputes-refused", "disputes-refused", "decisions");
    assertThat(count("decided")).isEqualTo(1);
    assertThat(count("repeated")).isEqualTo(1);
    assertThat(count("refused")).isEqualTo(2);
  }

  @Test
  void waitsForTheJournalAndLosesNothing() {
    journal.open = false;

    List<ProducerRecord<byte[], byte[]>> out = batch.decide(List.of(event(1), event(2)));

    assertThat(out).extracting(ProducerRecord::topic).containsExactly("decisions", "decisions");
    assertThat(journal.begun)
        .as("those after one that waits are not begun")
        .containsExactly("disputes:3:1", "disputes:3:1", "disputes:3:2");
    assertThat(status.alarm()).contains("closed");
  }

  @Test
  void triesAgainWhatTheJournalLostOnly() {
    journal.batchSize = 3;
    journal.failing = 2;

    List<ProducerRecord<byte[], byte[]>> out =
        batch.decide(IntStream.range(0, 3).mapToObj(EventBatchTest::event).toList());

    assertThat(out).extracting(ProducerRecord::topic).containsOnly("decisions").hasSize(3);
    assertThat(pauses).hasValue(1);
    assertThat(journal.begun)
        .containsExactly(
            "disputes:3:0", "disputes:3:1", "disputes:3:2", "disputes:3:0", "disputes:3:1");
  }

  @Test
  void givesUpWhenTheServiceStops() {
    journal.failing = Integer.MAX_VALUE;
    maxPauses = 3;

    assertThatThrownBy(() -> batch.decide(List.of(event(1))))
        .isInstanceOf(CancellationException.class);
    assertThat(pauses).hasValue(3);
  }

  private static ConsumerRecord<byte[], byte[]> event(long offset) {
    return Records.of(offset, Records.utf8(Records.FACTS), Records.attributes("E-" + offset));
  }

  private double count(String result) {
    return metrics.counter("redress.stream.events", "result", result).count();
  }
}
