package io.redress.intake.stream;

import io.redress.intake.stream.DisputeDecider.Decided;
import io.redress.intake.stream.DisputeDecider.EventFacts;
import io.redress.intake.stream.DisputeDecider.Later;
import io.redress.intake.stream.DisputeDecider.Outcome;
import io.redress.intake.stream.DisputeDecider.Refused;
import io.redress.intake.stream.StreamStatus.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Events that were read together. They are in progress at the same time, so that they share
 * transactions of the journal; none goes out before all are decided or refused.
 */
final class EventBatch {
  private final DisputeDecider decider;
  private final OutgoingRecords outgoing;
  private final StreamStatus status;
  private final BooleanSupplier pause;

  /**
   * @param pause waits before events are tried again; false if the service stops
   */
  EventBatch(
      DisputeDecider decider,
      OutgoingRecords outgoing,
      StreamStatus status,
      BooleanSupplier pause) {
    this.decider = decider;
    this.outgoing = outgoing;
    this.status = status;
    this.pause = pause;
  }

  /**
   * What to write for these records, in their order. Tries for as long as nothing can be recorded.
   *
   * @throws CancellationException when the service stops before
   */
  List<ProducerRecord<byte[], byte[]>> decide(Iterable<ConsumerRecord<byte[], byte[]>> records) {
    List<Attempt> attempts = new ArrayList<>();
    records.forEach(record -> attempts.add(new Attempt(record)));
    List<Attempt> open = attempts;
    while (!open.isEmpty()) {
      begin(open);
      open = open.stream().filter(attempt -> !attempt.isDecided()).toList();
      if (!open.isEmpty()) {
        status.fails(open.get(0).reason());
        if (!pause.getAsBoolean()) {
          throw new CancellationException("the service stops");
        }
      }
    }
    return attempts.stream().map(Attempt::outgoing).toList();
  }

  /** Begins in order; once one has to wait, those after it wait too. */
  private static void begin(List<Attempt> attempts) {
    for (Attempt attempt : attempts) {
      if (!attempt.begin()) {
        return;
      }
    }
  }

  /** One record on its way. */
  private final class Attempt {
    private final ConsumerRecord<byte[], byte[]> record;
    private @Nullable DisputeEvent event;
    private @Nullable CompletableFuture<Outcome> result;

    Attempt(ConsumerRecord<byte[], byte[]> record) {
      this.record = record;
    }

    /** False if nothing can be decided now. */
    boolean begin() {
      CompletableFuture<Outcome> begun = begun();
      result = begun;
      return !begun.isDone() || !(begun.join() instanceof Later);
    }

    private CompletableFuture<Outcome> begun() {
      try {
        DisputeEvent read = DisputeEvent.read(record);
        event = read;
        return decider.decide(
            new EventFacts(DisputeEvent.recordId(record), read.key(), read.facts()));
      } catch (InvalidEventException invalid) {
        return CompletableFuture.completedFuture(
            decider.refuse(String.valueOf(invalid.getMessage())));
      }
    }

    boolean isDecided() {
      return result != null && !(result.join() instanceof Later);
    }

    String reason() {
      return result != null && result.join() instanceof Later later ? later.reason() : "";
    }

    ProducerRecord<byte[], byte[]> outgoing() {
      Outcome outcome = result == null ? null : result.join();
      if (outcome instanceof Decided decided && event != null) {
        status.count(decided.repeated() ? Result.REPEATED : Result.DECIDED);
        return outgoing.decided(event, decided.answer());
      }
      if (outcome instanceof Refused refused) {
        status.count(Result.REFUSED);
        return outgoing.refused(record, refused.problem());
      }
      throw new IllegalStateException("not decided");
    }
  }
}
