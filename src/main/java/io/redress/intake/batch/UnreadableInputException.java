package io.redress.intake.batch;

import java.io.IOException;

/** An input that cannot be read, or not from some line on; the message says what to do. */
public final class UnreadableInputException extends IOException {
  private static final long serialVersionUID = 1;

  public UnreadableInputException(String message) {
    super(message);
  }
}
