package io.redress.intake.stream;

/** How an event is in a record of Kafka; its decision is written in the same way. */
enum EventFormat {
  /** A CloudEvent whose attributes are headers of the record. */
  BINARY,
  /** A CloudEvent as one JSON object. */
  STRUCTURED,
  /** Facts without a CloudEvent. Decisions on them are written as binary CloudEvents. */
  PLAIN
}
