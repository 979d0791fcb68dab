package io.redress.intake.batch;

import io.redress.domain.dispute.DisputeReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads NDJSON: one JSON object a line, in UTF-8; blank lines are skipped. Of a line that is too
 * long, or never ends, no more is kept than is needed to refuse it.
 */
public final class NdjsonInput implements DisputeInput {
  private static final int BUFFER = 1 << 16;
  private static final int MAX_LINE = DisputeReader.MAX_BYTES + 1;

  /** A line that is longer, and blank lines that are, are taken for what never ends. */
  private static final long ENDLESS = 256 << 20;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;
  private long line;

  /**
   * @throws UnreadableInputException when the input is UTF-16
   */
  public NdjsonInput(InputStream in) throws IOException {
    this.in = Utf8Stream.of(in);
  }

  @Override
  public @Nullable DisputeRecord next() throws IOException {
    long blank = 0;
    while (fill()) {
      byte[] bytes = line();
      if (bytes.length == MAX_LINE || !isBlank(bytes)) {
        return new DisputeRecord.JsonLine(line, bytes);
      }
      blank += bytes.length + 1;
      if (blank > ENDLESS) {
        throw new UnreadableInputException(
            "The blank lines up to line "
                + line
                + " are longer than "
                + (ENDLESS >> 20)
                + " MiB. Everything before them was read. Remove them.");
      }
    }
    return null;
  }

  /** Returns the next line without its end, or the beginning of one that is too long. */
  private byte[] line() throws IOException {
    line++;
    long length = 0;
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    boolean complete = false;
    while (!complete && fill()) {
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      kept.write(buffer, from, Math.min(end - from, MAX_LINE - kept.size()));
      complete = end < to;
      length += end - from;
      if (length > ENDLESS) {
        throw new UnreadableInputException(
            "Line "
                + line
                + " is longer than "
                + (ENDLESS >> 20)
                + " MiB. Everything before it was read. Send each dispute in a line of its own.");
      }
      from = complete ? end + 1 : end;
    }
    return kept.toByteArray();
  }

  /** Whether there is more; waits for it if needed. */
  private boolean fill() throws IOException {
    if (from == to) {
      from = 0;
      to = Math.max(0, in.read(buffer));
    }
    return from < to;
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte one : bytes) {
      if (one != ' ' && one != '\t' && one != '\r') {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
