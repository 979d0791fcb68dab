package io.redress.intake.batch;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the disputes of a batch one after the other, in little memory. */
interface DisputeInput extends Closeable {
  /**
   * Returns the next dispute; null at the end.
   *
   * @throws UnreadableInputException when the rest cannot be read
   */
  @Nullable DisputeRecord next() throws IOException;
}
