/**
 * Disputes from one topic of Kafka, decisions to another.
 *
 * <p>{@link io.redress.intake.stream.DisputeStream} reads records, an {@link
 * io.redress.intake.stream.EventBatch} has a {@link io.redress.intake.stream.DisputeDecider} decide
 * and record them, and what comes out is written before the offsets are committed. So an event is
 * read again after any failure, and the journal answers it as before. {@link
 * io.redress.intake.stream.DisputeEvent} reads CloudEvents, {@link
 * io.redress.intake.stream.OutgoingRecords} writes them.
 */
@NullMarked
package io.redress.intake.stream;

import org.jspecify.annotations.NullMarked;
