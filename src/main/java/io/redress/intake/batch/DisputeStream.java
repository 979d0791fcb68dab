package io.redress.intake.batch;

import io.redress.domain.dispute.CustomFacts;
import io.redress.domain.dispute.FlatFacts;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The disputes of a file, one after the other, in little memory. */
public final class DisputeStream implements Closeable {
  private final DisputeInput input;

  private DisputeStream(DisputeInput input) {
    this.input = input;
  }

  /**
   * Begins to read.
   *
   * @param in from the beginning of the file, unpacked
   * @param file whose name says the format; null for NDJSON
   * @param declared the facts of the seller's own
   * @param decimalComma whether numbers in CSV are written as 12,50
   * @throws UnreadableInputException when it is not this format
   */
  public static DisputeStream open(
      InputStream in, @Nullable Path file, CustomFacts declared, boolean decimalComma)
      throws IOException {
    return new DisputeStream(BatchFormat.of(file).input(in, new FlatFacts(declared), decimalComma));
  }

  /**
   * Returns the next dispute; null at the end.
   *
   * @throws UnreadableInputException when the rest cannot be read
   */
  public @Nullable DisputeRecord next() throws IOException {
    return input.next();
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
