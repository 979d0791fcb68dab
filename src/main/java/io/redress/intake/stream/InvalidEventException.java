package io.redress.intake.stream;

import java.io.Serial;

/** A record is not an event with facts; the message says why, and what to do. */
final class InvalidEventException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  InvalidEventException(String message) {
    super(message, null, false, false);
  }
}
